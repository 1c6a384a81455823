package dev.migrate.engine;

import dev.migrate.engine.channel.RequestTransport;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** The transports there are, by their names. Opens none before it is asked for. Thread-safe. */
public final class Transports {

    private final String preferred;
    private final Map<String, Supplier<RequestTransport>> all;

    /** @param preferred where a command names none */
    public Transports(String preferred, Map<String, Supplier<RequestTransport>> all) {
        this.preferred = preferred;
        this.all = Map.copyOf(all);
    }

    /**
     * Opens a transport.
     *
     * @param name as the command line gives it, if it does; one that there is
     */
    RequestTransport open(Optional<String> name) {
        return Objects.requireNonNull(all.get(name.orElse(preferred))).get();
    }
}

package dev.migrate.engine.run;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** ExecutionContexts as Spring Batch's own tables hold them, for the bulk statements that its repository has none for. Thread-safe. */
public final class StoredContext {

    private static final int SHORT = 2_500;

    private final ExecutionContextSerializer serializer;

    public StoredContext(ExecutionContextSerializer serializer) {
        this.serializer = serializer;
    }

    /**
     * What the two columns of a context hold.
     *
     * @param full null where it fits into the short one
     */
    public record Columns(String brief, @Nullable String full) {}

    public Columns write(Map<String, Object> context) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            serializer.serialize(new HashMap<>(context), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        return text.length() <= SHORT
                ? new Columns(text, null)
                : new Columns(text.substring(0, SHORT - 8) + " ...", text);
    }

    public ExecutionContext read(String stored) {
        try {
            return new ExecutionContext(
                    serializer.deserialize(new ByteArrayInputStream(stored.getBytes(StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

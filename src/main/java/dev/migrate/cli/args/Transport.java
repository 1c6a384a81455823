package dev.migrate.cli.args;

import dev.migrate.job.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How partitions reach the workers. */
public enum Transport {
    /** The repository is the queue. */
    POSTGRES,
    /** Within this process. */
    LOCAL,
    /** A queue of RabbitMQ. */
    RABBITMQ;

    /** As users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads a transport as users write it. */
    public static final class Converter implements ITypeConverter<Transport> {

        @Override
        public Transport convert(String text) {
            List<String> known = Arrays.stream(values()).map(Transport::word).toList();
            return Arrays.stream(values())
                    .filter(transport -> transport.word().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("there is no transport \"" + text + "\"; "
                            + Nearest.to(text, known)
                                    .map(near -> "did you mean " + near + "?")
                                    .orElse("known are " + String.join(", ", known))));
        }
    }
}

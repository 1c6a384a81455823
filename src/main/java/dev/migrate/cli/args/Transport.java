package dev.migrate.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How partitions reach the workers. */
public enum Transport {
    /** Within this process. */
    LOCAL;

    /** Reads a transport as users write it. */
    public static final class Converter implements ITypeConverter<Transport> {

        @Override
        public Transport convert(String text) {
            if (text.equals("local")) {
                return LOCAL;
            }
            throw new TypeConversionException("there is no transport \"" + text + "\"; known is local");
        }
    }
}

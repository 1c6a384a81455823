package dev.migrate.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the number of an execution. */
public final class ExecutionNumber implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return Long.valueOf(text);
        }
        throw new TypeConversionException("\"" + text + "\" is not the number of an execution; status lists them");
    }
}

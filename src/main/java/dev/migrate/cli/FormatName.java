package dev.migrate.cli;

import dev.migrate.cli.display.ListFormat;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the name of a format. */
final class FormatName implements ITypeConverter<ListFormat> {

    @Override
    public ListFormat convert(String text) {
        return Arrays.stream(ListFormat.values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "there is no format \"" + text + "\"; known are table, json and csv"));
    }
}

package dev.migrate.cli;

import dev.migrate.cli.display.ListFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How findings are written.
 *
 * @param list as a list of that format; empty: as SQL that mends them
 */
record FindingFormat(Optional<ListFormat> list) {

    static final FindingFormat SQL = new FindingFormat(Optional.empty());

    /** Reads its name. */
    static final class Converter implements ITypeConverter<FindingFormat> {

        @Override
        public FindingFormat convert(String text) {
            return text.equals("sql")
                    ? SQL
                    : Arrays.stream(ListFormat.values())
                            .filter(format ->
                                    format.name().toLowerCase(Locale.ROOT).equals(text))
                            .findFirst()
                            .map(format -> new FindingFormat(Optional.of(format)))
                            .orElseThrow(() -> new TypeConversionException(
                                    "there is no format \"" + text + "\"; known are table, json, csv and sql"));
        }
    }
}

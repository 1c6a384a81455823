package dev.migrate.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number from 1 up to what makes sense. */
public abstract class WholeNumber implements ITypeConverter<Integer> {

    private final int most;

    private WholeNumber(int most) {
        this.most = most;
    }

    /** How many threads work. */
    public static final class Workers extends WholeNumber {
        public Workers() {
            super(1_000);
        }
    }

    /** How many partitions are cut, or which one is meant. */
    public static final class Partitions extends WholeNumber {
        public Partitions() {
            super(1_000_000);
        }
    }

    @Override
    public final Integer convert(String text) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        }
        throw new TypeConversionException("\"%s\" is not a whole number from 1 to %,d".formatted(text, most));
    }
}

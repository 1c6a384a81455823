package dev.migrate.cli.args;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A whole number within what makes sense. */
public abstract class WholeNumber implements ITypeConverter<Integer> {

    private final int least;
    private final int most;

    private WholeNumber(int least, int most) {
        this.least = least;
        this.most = most;
    }

    /** How many threads work beside a manager, if any. */
    public static final class Workers extends WholeNumber {
        public Workers() {
            super(0, 1_000);
        }
    }

    /** How many threads a worker has. */
    public static final class Threads extends WholeNumber {
        public Threads() {
            super(1, 1_000);
        }
    }

    /** How many partitions are cut, or which one is meant. */
    public static final class Partitions extends WholeNumber {
        public Partitions() {
            super(1, 1_000_000);
        }
    }

    @Override
    public final Integer convert(String text) {
        if (text.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new TypeConversionException("\"%s\" is not a whole number from %d to %,d".formatted(text, least, most));
    }
}

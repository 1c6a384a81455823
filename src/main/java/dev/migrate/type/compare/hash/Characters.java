package dev.migrate.type.compare.hash;

import java.util.List;
import java.util.Optional;

/** Compares texts, and arrays of them: where they know no case, it does not count; elsewhere each byte does, whatever the collation. */
record Characters(ColumnPair pair) {

    ComparedColumn compared() {
        boolean one = pair.are(TypeFamily.CHARACTERS);
        if (isCaseless()) {
            return caseless();
        }
        return one
                ? text()
                : ComparedColumn.array(pair.source().name(), "(" + pair.column() + "::text[] collate \"C\")");
    }

    private boolean isCaseless() {
        return pair.isSameType() && !TypeFamily.isBuiltIn(pair.source());
    }

    /** As the type itself does it: by the database's collation, which need not be the same on both sides. */
    private ComparedColumn caseless() {
        String text = ComparedColumn.text(pair.column());
        String lower = "(lower(%s::text collate \"default\") collate \"C\")".formatted(pair.column());
        return new ComparedColumn(pair.source().name(), lower, text, List.of(lower), false, pair.equality());
    }

    private ComparedColumn text() {
        String text = ComparedColumn.text(pair.column());
        boolean padded = pair.isSameType() && pair.type().equals("bpchar");
        return new ComparedColumn(
                pair.source().name(), text, text, List.of(padded ? padded() : text), true, Optional.empty());
    }

    /** PostgreSQL's hash of a padded text leaves out the padding; taking it off first costs more than the hash. */
    private String padded() {
        return "(" + pair.column() + "::bpchar collate \"C\")";
    }
}

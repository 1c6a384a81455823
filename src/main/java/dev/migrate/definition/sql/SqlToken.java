package dev.migrate.definition.sql;

/** A stretch of SQL; all stretches in a row are the SQL again. */
record SqlToken(Kind kind, String text) {

    enum Kind {
        /** White space. */
        SPACE,
        /** A word or a number. */
        WORD,
        /** A literal or a quoted name. */
        QUOTED,
        /** Up to the end of its line. */
        LINE_COMMENT,
        BLOCK_COMMENT,
        /** {@code :name}, a parameter of the job. */
        PARAMETER,
        QUESTION_MARK,
        /** {@code {range}}, or whatever else stands between braces. */
        BRACES,
        /** Any other character, or {@code ::}. */
        SYMBOL;

        /** Whether it means nothing to the server. */
        boolean isBlank() {
            return this == SPACE || this == LINE_COMMENT || this == BLOCK_COMMENT;
        }
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}

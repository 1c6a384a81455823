package dev.migrate.type.compare.hash;

/** How rows are hashed, the cheapest way first. */
public enum HashWay {
    /** By PostgreSQL's typed hashes (14 and later). */
    TYPED,
    /** By PostgreSQL's hash of the row's text: a third of the speed. */
    TEXT,
    /** By a digest of the row's text in UTF-8, which is the same on any server: slower still. */
    DIGEST;

    /** Any number but 0, with which PostgreSQL hashes another way than with others. */
    static final long SEED = 6_148_914_691_236_517_205L;

    /** The hash of a text, as a bigint. */
    String ofText(String text) {
        // Not md5, which a server in FIPS mode refuses.
        return this == DIGEST
                ? "('x' || encode(substr(sha256(convert_to(%s, 'UTF8')), 1, 8), 'hex'))::bit(64)::bigint"
                        .formatted(text)
                : "hashtextextended((%s) collate \"C\", %d)".formatted(text, SEED);
    }
}

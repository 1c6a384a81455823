package dev.migrate.type.compare.key;

import java.util.List;

/**
 * Texts as a collation sorts them. Where two are of the same words and version, and sort the same texts alike, they sort all
 * texts alike, as far as can be known.
 *
 * @param version empty where that of bytes, or if nobody knows
 */
record SortedTexts(String collation, String version, List<String> texts) {

    SortedTexts {
        texts = List.copyOf(texts);
    }

    static SortedTexts of(Collation collation, List<String> texts) {
        String words = collation.words(texts);
        String version = collation.version();
        return new SortedTexts(words, version == null || words.equals(Collation.BYTES) ? "" : version, texts);
    }
}

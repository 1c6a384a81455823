package dev.migrate.type.compare.row;

import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.KeyValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of one key as they were at one look. A side that has several tables may have several, if only while a row moves
 * from one to another.
 */
record Sighting(List<SideRow> source, List<SideRow> target) {

    Sighting {
        source = List.copyOf(source);
        target = List.copyOf(target);
    }

    /** Whether it is for the page in hand to judge them: a row that lies elsewhere on its side is another page's. */
    boolean concernsPage() {
        List<SideRow> rows = source.isEmpty() ? target : source;
        return !rows.isEmpty() && rows.get(0).here();
    }

    /** Whether neither side has any. */
    boolean isEmpty() {
        return source.isEmpty() && target.isEmpty();
    }

    /** Whether the two sides have the same rows. */
    boolean isAlike() {
        return unmatched(source, target).isEmpty() && unmatched(target, source).isEmpty();
    }

    /** What is wrong; nothing where the two sides have the same rows. */
    List<Verdict> verdicts(KeyValue key) {
        List<SideRow> missing = unmatched(source, target);
        List<SideRow> extra = unmatched(target, source);
        List<Verdict> verdicts = new ArrayList<>();
        while (!missing.isEmpty() && !extra.isEmpty()) {
            verdicts.add(new Verdict(key, Kind.DIFFERENT, missing.remove(0), extra.remove(0)));
        }
        missing.forEach(row -> verdicts.add(new Verdict(key, Kind.MISSING, row, null)));
        extra.forEach(row -> verdicts.add(new Verdict(key, Kind.EXTRA, null, row)));
        return verdicts;
    }

    /** Those rows that have no like among the others, each of which is like one row at most. */
    private static List<SideRow> unmatched(List<SideRow> rows, List<SideRow> others) {
        List<SideRow> unmatched = new ArrayList<>();
        List<SideRow> left = new ArrayList<>(others);
        for (SideRow row : rows) {
            Optional<SideRow> same = left.stream().filter(row::isAlike).findFirst();
            same.ifPresentOrElse(left::remove, () -> unmatched.add(row));
        }
        return unmatched;
    }

    /** How many rows of the source are right, given all that is wrong. */
    long alike(List<Verdict> wrong) {
        return source.size()
                - wrong.stream().filter(verdict -> verdict.source() != null).count();
    }

    /** Tells these values from any others. */
    UUID fingerprint() {
        return UUID.nameUUIDFromBytes(toString().getBytes(StandardCharsets.UTF_8));
    }
}

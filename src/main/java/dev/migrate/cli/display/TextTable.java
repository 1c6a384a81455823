package dev.migrate.cli.display;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A table whose columns are as wide as what is in them; numbers stand at the right. */
public final class TextTable {

    private static final String GAP = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(String... head) {
        this.head = List.of(head);
    }

    /** Adds a row: as many cells as there are columns; null leaves one empty. */
    public TextTable row(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(TextTable::text).toList());
        return this;
    }

    /** A table like this one that lacks those of the columns in which there is nothing. */
    TextTable withoutEmpty(String... columns) {
        TextTable narrower = this;
        for (String column : columns) {
            narrower = narrower.withoutEmpty(column);
        }
        return narrower;
    }

    private TextTable withoutEmpty(String column) {
        int at = head.indexOf(column);
        if (rows.stream().anyMatch(row -> !row.get(at).isEmpty())) {
            return this;
        }
        TextTable narrower = new TextTable(without(at, head).toArray(String[]::new));
        rows.forEach(row -> narrower.row(without(at, row).toArray()));
        return narrower;
    }

    private static List<String> without(int at, List<String> cells) {
        List<String> left = new ArrayList<>(cells);
        left.remove(at);
        return left;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, the head first. */
    public List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(head);
        all.addAll(rows);
        int[] widths = IntStream.range(0, head.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        boolean[] right = rightAligned();
        return all.stream().map(row -> line(row, widths, right)).toList();
    }

    private boolean[] rightAligned() {
        boolean[] right = new boolean[head.size()];
        for (int column = 0; column < right.length; column++) {
            int c = column;
            right[column] =
                    !rows.isEmpty() && rows.stream().allMatch(row -> row.get(c).matches("[0-9,.:]*( s)?"));
        }
        return right;
    }

    private static String line(List<String> row, int[] widths, boolean[] right) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths[column], right[column]))
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }

    private static String padded(String cell, int width, boolean right) {
        String space = " ".repeat(width - cell.length());
        return right ? space + cell : cell + space;
    }

    /** What could break a line or move the cursor is shown as a space. */
    private static String text(@Nullable Object cell) {
        return Objects.toString(cell, "").replaceAll("\\p{Cntrl}", " ");
    }
}

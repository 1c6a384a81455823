package dev.migrate.program;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The last lines of what a program said, fit for a message: few, short, and printable whatever they were. */
public final class LastLines {

    private static final int LINES = 5;
    private static final int BYTES = 1_000;

    private LastLines() {}

    /**
     * Of what a file has from a position on.
     *
     * @return none if there is nothing
     */
    public static List<String> of(Path file, long from) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            long begin = Math.max(Math.min(from, in.length()), in.length() - BYTES);
            byte[] end = new byte[(int) (in.length() - begin)];
            in.seek(begin);
            in.readFully(end);
            return of(end);
        }
    }

    /** Of a text in UTF-8, or of whatever it is. */
    public static List<String> of(byte[] text) {
        int from = Math.max(0, text.length - BYTES);
        List<String> lines = printable(StandardCharsets.UTF_8
                        .decode(ByteBuffer.wrap(text, from, text.length - from))
                        .toString())
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    /** Neither control sequences, which would be a terminal's to obey, nor halves of characters. */
    private static String printable(String text) {
        return text.replaceAll("\u001b\\[[0-9;?]*[ -/]*[@-~]", "")
                .replaceAll("[\\p{Cntrl}&&[^\n]]|\uFFFD|\\p{Cf}", " ");
    }
}

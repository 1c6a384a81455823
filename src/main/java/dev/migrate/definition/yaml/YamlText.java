package dev.migrate.definition.yaml;

import dev.migrate.job.UserMistake;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Turns the bytes of a file into text, or says where they are none. */
final class YamlText {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private YamlText() {}

    static String decode(String shown, byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(bytes, text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            throw new UserMistake(Place.line(shown, lineAt(decoded, decoded.length()))
                    + ": this is not UTF-8 text; save it as UTF-8");
        }
        return decoded.startsWith(BYTE_ORDER_MARK) ? decoded.substring(1) : decoded;
    }

    /** The line, from 1, on which a character stands. */
    static int lineAt(String text, int index) {
        return 1
                + (int) text.substring(0, Math.min(index, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }
}

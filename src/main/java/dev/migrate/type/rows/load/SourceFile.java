package dev.migrate.type.rows.load;

import java.nio.file.Path;
import javax.tools.SimpleJavaFileObject;

/** The source of a handler as the compiler reads it. */
final class SourceFile extends SimpleJavaFileObject {

    private final String shown;
    private final String text;

    /** @param shown what messages call it */
    SourceFile(String shown, String text) {
        super(Path.of(shown).toUri(), Kind.SOURCE);
        this.shown = shown;
        this.text = text;
    }

    @Override
    public String getName() {
        return shown;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }
}

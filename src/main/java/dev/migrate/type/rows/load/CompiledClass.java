package dev.migrate.type.rows.load;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class as the compiler writes it. */
final class CompiledClass extends SimpleJavaFileObject {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** @param name of the class, with its package */
    CompiledClass(String name) {
        super(URI.create("compiled:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
    }

    @Override
    public OutputStream openOutputStream() {
        return bytes;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}

package dev.migrate.type.rows.load;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;
import org.springframework.core.io.Resource;

/** A class on a class path of any kind, in a jar within a jar too, as the compiler reads it. */
final class LibraryClass extends SimpleJavaFileObject {

    private final String name;
    private final Resource resource;

    /** @param name of the class, with its package */
    LibraryClass(String name, Resource resource) {
        super(URI.create("library:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
        this.name = name;
        this.resource = resource;
    }

    String className() {
        return name;
    }

    @Override
    public InputStream openInputStream() throws IOException {
        return resource.getInputStream();
    }
}

package dev.migrate.type.rows.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads classes out of memory. */
final class CompiledClasses extends ClassLoader {

    private final Map<String, byte[]> classes = new LinkedHashMap<>();

    CompiledClasses(Map<String, CompiledClass> classes, ClassLoader libraries) {
        super("handler", libraries);
        classes.forEach((name, compiled) -> this.classes.put(name, compiled.bytes()));
    }

    /** All of them, loaded. */
    List<Class<?>> all() {
        List<Class<?>> all = new ArrayList<>();
        for (String name : classes.keySet()) {
            try {
                all.add(loadClass(name));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException("a class that was compiled just now", e);
            }
        }
        return all;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}

package dev.migrate.type.rows.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What the compiler finds on the class path, and where it writes to: the former is asked of a class loader, for the compiler
 * itself cannot read jars that lie in a jar; the latter is memory.
 */
final class CompilerFiles extends ForwardingJavaFileManager<JavaFileManager> {

    private final PathMatchingResourcePatternResolver resources;
    private final Map<String, List<JavaFileObject>> packages = new LinkedHashMap<>();
    private final Map<String, CompiledClass> compiled = new LinkedHashMap<>();

    CompilerFiles(JavaFileManager platform, ClassLoader libraries) {
        super(platform);
        this.resources = new PathMatchingResourcePatternResolver(libraries);
    }

    /** The classes that were compiled, by name. */
    Map<String, CompiledClass> compiled() {
        return Collections.unmodifiableMap(compiled);
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, packageName, kinds, recurse);
        }
        // What is in no package cannot be imported.
        boolean none = packageName.isEmpty() || !kinds.contains(JavaFileObject.Kind.CLASS);
        return none ? List.of() : classesIn(packageName);
    }

    private List<JavaFileObject> classesIn(String packageName) throws IOException {
        List<JavaFileObject> known = packages.get(packageName);
        if (known == null) {
            known = find(packageName);
            packages.put(packageName, known);
        }
        return known;
    }

    private List<JavaFileObject> find(String packageName) throws IOException {
        List<JavaFileObject> classes = new ArrayList<>();
        for (Resource resource : resources.getResources("classpath*:" + packageName.replace('.', '/') + "/*.class")) {
            String file = String.valueOf(resource.getFilename());
            String name = file.substring(0, file.length() - JavaFileObject.Kind.CLASS.extension.length());
            classes.add(new LibraryClass(packageName + "." + name, resource));
        }
        return List.copyOf(classes);
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof LibraryClass library ? library.className() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean contains(Location location, FileObject file) throws IOException {
        return file instanceof LibraryClass ? location == StandardLocation.CLASS_PATH : super.contains(location, file);
    }

    @Override
    public boolean isSameFile(FileObject one, FileObject other) {
        return one.equals(other);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
            Location location, String className, JavaFileObject.Kind kind, @Nullable FileObject sibling) {
        return compiled.computeIfAbsent(className, CompiledClass::new);
    }
}

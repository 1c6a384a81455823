package dev.migrate.type.rows.load;

import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles a source file in memory, against our class path and libraries. Writes no file. */
final class CompileSource {

    private static final List<String> OPTIONS =
            List.of("-proc:none", "-nowarn", "-Xlint:none", "-XDsuppressNotes", "-Xmaxerrs", "20", "-g", "-parameters");

    private final ClassLoader libraries;

    CompileSource(ClassLoader libraries) {
        this.libraries = libraries;
    }

    /**
     * The classes of a source file, loaded.
     *
     * @param shown what the compiler is to call the file
     * @throws UserMistake with what the compiler says if it finds errors
     */
    List<Class<?>> compile(Path file, String shown) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new UserMistake(shown
                    + " cannot be compiled, for this Java has no compiler: run a JDK, or put a jar into handlers/");
        }
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager platform = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                CompilerFiles files = new CompilerFiles(platform, libraries)) {
            SourceFile source = new SourceFile(shown, text(file, shown));
            if (!compiler.getTask(said, files, null, OPTIONS, null, List.of(source))
                    .call()) {
                throw new UserMistake(said.toString().strip());
            }
            return new CompiledClasses(files.compiled(), libraries).all();
        } catch (IOException e) {
            throw new UserMistake(shown + " cannot be compiled: " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new UserMistake(shown + " cannot be loaded: " + e, e);
        }
    }

    private static String text(Path file, String shown) throws IOException {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UserMistake(shown + " is not encoded in UTF-8; save it so", e);
        }
    }
}

package dev.migrate.type.rows.load;

import dev.migrate.definition.ConfigDirectory;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds what a definition names as its handler. */
public final class FindHandler {

    private static final String SOURCE = ".java";
    private static final String PART = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
    private static final String CLASS_NAME = PART + "(\\." + PART + ")*";

    private final ConfigDirectory directory;
    private final JobRequest request;
    private final HandlerJars jars;

    public FindHandler(ConfigDirectory directory, JobRequest request) {
        this.directory = directory;
        this.request = request;
        this.jars = new HandlerJars(directory.path());
    }

    /**
     * The files on which it depends what a handler does: its source, and all jars that it may use.
     *
     * @throws UserMistake if the source is not there
     */
    public List<Path> files(String handler) {
        Stream<Path> source = isSource(handler) ? Stream.of(source(handler)) : Stream.empty();
        return Stream.concat(source, jars.files().stream()).toList();
    }

    /**
     * The class of a handler, loaded now.
     *
     * @param handler a Java source file below the config directory, or the name of a class
     * @throws UserMistake if there is none, or it cannot be a handler; of a source that does not compile, what the compiler says
     */
    public HandlerClass handler(String handler) {
        ChooseHandler choose = new ChooseHandler(request);
        ClassLoader libraries = jars.loader();
        if (isSource(handler)) {
            Path source = source(handler);
            return choose.from(handler, new CompileSource(libraries).compile(source, directory.shown(source)));
        }
        if (!handler.matches(CLASS_NAME)) {
            throw mistake("\"%s\" is neither a Java source file, such as handlers/Reindex.java, nor the name of a class"
                    .formatted(handler));
        }
        return choose.named(handler, libraries);
    }

    private static boolean isSource(String handler) {
        return handler.endsWith(SOURCE);
    }

    private Path source(String handler) {
        Path source = directory.path().resolve(handler).normalize();
        if (!source.startsWith(directory.path())) {
            throw mistake(
                    "\"%s\" lies outside of the config directory; put it into handlers/ there".formatted(handler));
        }
        if (!Files.isRegularFile(source)) {
            throw mistake("there is no file %s; name a Java source file in the config directory, or a class"
                    .formatted(directory.shown(source)));
        }
        return source;
    }

    private UserMistake mistake(String sentence) {
        return request.mistake("handler", sentence);
    }
}

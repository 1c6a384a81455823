package dev.migrate.type.rows.load;

import dev.migrate.handler.Handler;
import dev.migrate.handler.RowHandler;
import dev.migrate.handler.TransactionalRowHandler;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Finds among classes the one that can be a handler, or tells in a sentence why there is none. */
final class ChooseHandler {

    private static final String IMPLEMENTS =
            "implement dev.migrate.handler.RowHandler, or TransactionalRowHandler to write to the rows' own database";

    private final JobRequest request;

    ChooseHandler(JobRequest request) {
        this.request = request;
    }

    /** The one handler among the classes of a source file. */
    HandlerClass from(String source, List<Class<?>> classes) {
        List<Class<?>> handlers =
                classes.stream().filter(ChooseHandler::isHandler).toList();
        List<Class<?>> open = handlers.stream()
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .toList();
        List<Class<?>> candidates = open.isEmpty() ? handlers : open;
        if (candidates.isEmpty()) {
            throw mistake("no class in %s is a handler: %s".formatted(source, IMPLEMENTS));
        }
        if (candidates.size() > 1) {
            String names = candidates.stream().map(Class::getName).collect(Collectors.joining(" and "));
            throw mistake("%s has more than one handler, %s; let one of them be public, and no other"
                    .formatted(source, names));
        }
        Class<?> handler = candidates.get(0);
        return checked(handler, handler.getClassLoader());
    }

    private static boolean isHandler(Class<?> type) {
        return Handler.class.isAssignableFrom(type) && !type.isInterface();
    }

    /** The class of that name. */
    HandlerClass named(String name, ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name, false, loader);
            if (!isHandler(type)) {
                throw mistake("class %s is no handler: %s".formatted(name, IMPLEMENTS));
            }
            return checked(type, loader);
        } catch (ClassNotFoundException e) {
            throw mistake(("there is no class %s on the class path or in a jar in handlers/; put its jar there,"
                            + " or name a Java source file such as handlers/Reindex.java")
                    .formatted(name));
        } catch (LinkageError e) {
            throw mistake("class %s cannot be loaded (%s); put what it needs into handlers/".formatted(name, e));
        }
    }

    private HandlerClass checked(Class<?> type, ClassLoader loader) {
        String name = type.getName();
        if (RowHandler.class.isAssignableFrom(type) && TransactionalRowHandler.class.isAssignableFrom(type)) {
            throw mistake(
                    "class %s is a RowHandler and a TransactionalRowHandler; let it be one of them".formatted(name));
        }
        if (Modifier.isAbstract(type.getModifiers())) {
            throw mistake("class %s is abstract, so that there can be no instance of it".formatted(name));
        }
        if (!Modifier.isPublic(type.getModifiers())) {
            throw mistake("class %s is not public; make it public".formatted(name));
        }
        return new HandlerClass(constructor(type.asSubclass(Handler.class)), loader);
    }

    private Constructor<? extends Handler> constructor(Class<? extends Handler> type) {
        try {
            return type.getConstructor();
        } catch (NoSuchMethodException e) {
            boolean inner = type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
            boolean has = Arrays.stream(type.getDeclaredConstructors()).anyMatch(c -> c.getParameterCount() == 0);
            throw mistake("class %s has no public constructor without parameters; %s"
                    .formatted(
                            type.getName(), inner ? "make the class static" : has ? "make it public" : "give it one"));
        }
    }

    private UserMistake mistake(String sentence) {
        return request.mistake("handler", sentence);
    }
}

package dev.migrate.type.rows.handle;

import dev.migrate.handler.Handler;
import dev.migrate.handler.HandlerContext;
import dev.migrate.job.UserMistake;
import dev.migrate.type.rows.load.HandlerClass;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The handler of a partition: made and opened when the first page comes. Whatever it does, it does where the thread's context
 * finds its classes. Used by one thread.
 */
final class OpenHandler implements AutoCloseable {

    /** What is done with an open handler. */
    @FunctionalInterface
    interface Use<T> {
        T with(Handler open) throws Exception;
    }

    private static final Logger LOG = LoggerFactory.getLogger(OpenHandler.class);

    private final HandlerClass type;
    private final HandlerContext context;
    private final ContextLoader loader;
    private @Nullable Handler handler;

    OpenHandler(HandlerClass type, HandlerContext context) {
        this.type = type;
        this.context = context;
        this.loader = new ContextLoader(type.loader());
    }

    /**
     * Does something with the handler, opened.
     *
     * @throws UserMistake if it cannot be opened
     * @throws Exception what the use throws
     */
    <T> T use(Use<T> use) throws Exception {
        return loader.call(() -> use.with(get()));
    }

    private Handler get() throws InterruptedException {
        Handler open = handler;
        if (open == null) {
            open = open();
            handler = open;
        }
        return open;
    }

    private Handler open() throws InterruptedException {
        try {
            Handler made = type.create();
            made.open(context);
            return made;
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | Error e) {
            throw HandlerFailure.mistake("handler %s could not be opened: %s; put that right".formatted(type, e), e);
        }
    }

    @Override
    public void close() {
        Handler open = handler;
        handler = null;
        if (open == null) {
            return;
        }
        try {
            loader.call(() -> {
                open.close();
                return true;
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | Error e) {
            LOG.warn(
                    "Handler {} failed when it was closed after partition {}: {}",
                    type,
                    context.partition(),
                    e.toString(),
                    e);
        }
    }
}

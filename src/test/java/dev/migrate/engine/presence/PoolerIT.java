package dev.migrate.engine.presence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.migrate.job.UserMistake;
import dev.migrate.testing.TestDatabases;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Poolers before the repository: those that keep a session's backend, and those that do not. */
class PoolerIT {

    private final TestDatabases databases = new TestDatabases("repository");
    private final List<Connection> backends = new CopyOnWriteArrayList<>();

    /** Backends that no transaction uses at the moment. */
    private final Deque<Connection> idle = new ArrayDeque<>();

    @AfterEach
    void close() throws SQLException {
        for (Connection backend : backends) {
            backend.close();
        }
        databases.close();
    }

    @Test
    void sessions_that_are_kept_are_accepted() {
        assertThatCode(() -> Presence.join(this::backend).close()).doesNotThrowAnyException();
    }

    /** As in transaction mode: a session has a backend only as long as its transaction lasts. */
    @Test
    void sessions_that_change_their_backends_are_refused() {
        assertThatThrownBy(() -> Presence.join(this::pooled))
                .isInstanceOf(UserMistake.class)
                .hasMessageContaining("a pooler that does not keep sessions")
                .hasMessageContaining("migrate.repository.url");
    }

    @Test
    void a_session_that_changes_its_backend_later_is_no_presence_any_more() throws SQLException {
        Connection[] behind = {backend()};
        int[] opened = {0};
        try (Presence presence = Presence.join(() ->
                opened[0]++ == 0 ? proxy((method, arguments) -> method.invoke(behind[0], arguments)) : backend())) {
            behind[0] = backend();

            await().until(presence::isLost);
        }
    }

    private Connection backend() throws SQLException {
        Connection backend = DriverManager.getConnection(databases.url("repository"));
        backends.add(backend);
        return backend;
    }

    private Connection pooled() {
        return proxy(new PooledSession());
    }

    /** A session as a pooler in transaction mode gives it. */
    private final class PooledSession implements Call {

        private boolean autoCommit = true;
        private @Nullable Connection held;

        @Override
        public @Nullable Object on(Method method, Object @Nullable [] arguments) throws Exception {
            return switch (method.getName()) {
                case "setAutoCommit" -> {
                    autoCommit = (boolean) Objects.requireNonNull(arguments)[0];
                    yield null;
                }
                case "close" -> {
                    Optional.ofNullable(held).ifPresent(idle::push);
                    yield null;
                }
                default -> method.invoke(behind(), arguments);
            };
        }

        private Connection behind() throws SQLException {
            if (held != null) {
                return held;
            }
            Connection any = idle.isEmpty() ? backend() : idle.pop();
            if (autoCommit) {
                idle.push(any);
            } else {
                held = any;
            }
            return any;
        }
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object on(Method method, Object @Nullable [] arguments) throws Exception;
    }

    private static Connection proxy(Call call) {
        return (Connection) Proxy.newProxyInstance(
                PoolerIT.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}

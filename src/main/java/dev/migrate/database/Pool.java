package dev.migrate.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** A pool of sessions that are all set up alike, and what their server says of itself. */
record Pool(HikariDataSource dataSource, ServerFacts facts) implements AutoCloseable {

    private static final Duration TO_WAIT = Duration.ofSeconds(30);
    private static final int NO_TRIAL = -1;

    /** What the sessions of a pool are for. */
    enum Use {
        /** A plan for all pages would know nothing of their bounds. */
        PAGES("force_custom_plan", "on", Duration.ZERO),
        /**
         * Many small statements, which cost less to run than to plan; none takes a minute, not even a large plan's. Each is
         * planned once and goes by an index, even if it is planned while the tables are empty: they may not be for long.
         */
        REPOSITORY("force_generic_plan", "off", Duration.ofMinutes(1));

        private final String planCacheMode;
        private final String wholeTables;
        private final Duration silence;

        Use(String planCacheMode, String wholeTables, Duration silence) {
            this.planCacheMode = planCacheMode;
            this.wholeTables = wholeTables;
            this.silence = silence;
        }

        private String session(ServerFacts facts) {
            return (facts.isAtLeast(14) ? SESSION_FROM_14 : SESSION).formatted(planCacheMode, wholeTables);
        }
    }

    // What a process that is dead, frozen or cut off was doing ends soon, and holds nobody up for more than 20 s. What
    // was
    // heard to be committed survives a crash of the server: others go by it.
    private static final String SESSION = PinnedSettings.SQL + """
            ;
            set jit = off;
            set plan_cache_mode = '%s';
            set enable_seqscan = %s;
            set max_parallel_workers_per_gather = 0;
            set idle_in_transaction_session_timeout = '15s';
            set lock_timeout = '60s';
            set tcp_keepalives_idle = 5;
            set tcp_keepalives_interval = 5;
            set tcp_keepalives_count = 2;
            set tcp_user_timeout = '15s';
            select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'
            """;
    private static final String SESSION_FROM_14 = SESSION + "; set client_connection_check_interval = '2s'";

    /** Opens no connection yet. */
    static Pool of(Login login, ServerFacts facts, String name, int size, Use use) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("migrate-" + name);
        config.setDataSource(login.unpooled(use.silence));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(TO_WAIT.toMillis());
        config.setInitializationFailTimeout(NO_TRIAL);
        config.setConnectionInitSql(use.session(facts));
        return new Pool(new HikariDataSource(config), facts);
    }

    @Override
    public void close() {
        dataSource.close();
    }
}

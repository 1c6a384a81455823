package dev.migrate;

import dev.migrate.cli.Invocation;
import dev.migrate.cli.display.Console;
import dev.migrate.cli.notify.Notices;
import dev.migrate.cli.notify.PostedNotices;
import dev.migrate.database.Databases;
import dev.migrate.database.PooledDatabases;
import dev.migrate.database.settings.DashboardSettings;
import dev.migrate.database.settings.MigrateSettings;
import dev.migrate.database.settings.NotifySettings;
import dev.migrate.definition.ApplicationSettings;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.job.JobType;
import dev.migrate.monitor.Charts;
import dev.migrate.monitor.Explorer;
import dev.migrate.program.Programs;
import dev.migrate.steering.Steering;
import dev.migrate.type.check.CheckJobType;
import dev.migrate.type.command.CommandJobType;
import dev.migrate.type.compare.CompareJobType;
import dev.migrate.type.copy.CopyJobType;
import dev.migrate.type.rows.RowsJobType;
import dev.migrate.type.rows.program.RowPrograms;
import dev.migrate.type.sql.SqlJobType;
import dev.migrate.web.Dashboard;
import java.sql.Connection;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts together what the parts share. Nothing is made that a command does not ask for. */
@Configuration(proxyBeanMethods = false)
class Wiring {

    // A worker may want both sides of a page and of the look-ups for the next one at once.
    private static final int CONNECTIONS_PER_WORKER = 4;
    private static final int OTHER_CONNECTIONS = 4;

    /** In the zone in which Spring Batch writes its own times, which are without one. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Bean
    ExecutorService sideQueries() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "side-query");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    MigrateSettings migrateSettings(Invocation invocation, ConfigurableEnvironment environment) {
        return new ApplicationSettings(invocation.directory(), environment).below("migrate", MigrateSettings.class);
    }

    @Bean
    PooledDatabases databases(MigrateSettings settings, Invocation invocation) {
        int connections = invocation.workers() * CONNECTIONS_PER_WORKER + OTHER_CONNECTIONS;
        return new PooledDatabases(settings, invocation.directory().path(), connections, new Wakeup());
    }

    /**
     * Spring Batch's tables and ours. A transaction takes its connection when its first statement comes, so that none is idle,
     * and cut by somebody, while a program runs for hours. The pool is closed by {@link PooledDatabases}, which opened it.
     */
    @Bean
    DataSource repository(PooledDatabases databases) {
        LazyConnectionDataSourceProxy repository = new LazyConnectionDataSourceProxy();
        repository.setTargetDataSource(databases.repository());
        repository.setDefaultAutoCommit(true);
        repository.setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        return repository;
    }

    @Bean
    JobDefinitions jobDefinitions(Invocation invocation, ConfigurableEnvironment environment, List<JobType<?>> types) {
        return new JobDefinitions(invocation.directory(), environment, types);
    }

    @Bean
    CompareJobType compare(Databases databases, Executor sideQueries) {
        return new CompareJobType(databases, sideQueries, new Wakeup());
    }

    @Bean
    CheckJobType check(Databases databases) {
        return new CheckJobType(databases);
    }

    @Bean
    SqlJobType sql(Databases databases) {
        return new SqlJobType(databases);
    }

    @Bean
    Programs programs(Invocation invocation) {
        return new Programs(invocation.directory().path(), new Wakeup());
    }

    @Bean
    RowPrograms rowPrograms(Programs programs, Executor sideQueries) {
        return new RowPrograms(programs, sideQueries, new Wakeup());
    }

    @Bean
    RowsJobType rows(Databases databases, Invocation invocation, Clock clock, RowPrograms programs) {
        return new RowsJobType(databases, invocation.directory(), new Wakeup(), clock, programs);
    }

    @Bean
    CopyJobType copy(Databases databases, Executor sideQueries) {
        return new CopyJobType(databases, sideQueries);
    }

    @Bean
    CommandJobType command(Databases databases, Programs programs, Clock clock) {
        return new CommandJobType(
                databases,
                programs,
                programs.directory().resolveSibling(".migrate").resolve("output"),
                clock);
    }

    @Bean
    Explorer explorer(DataSource repository) {
        return new Explorer(repository);
    }

    @Bean
    Dashboard dashboard(ApplicationContext application, MigrateSettings settings) {
        DashboardSettings dashboard = settings.dashboard();
        return new Dashboard(application, dashboard.address(), dashboard.port(), dashboard.token());
    }

    @Bean
    Steering steering(JdbcClient repository, PlatformTransactionManager transactions) {
        return new Steering(repository, new TransactionTemplate(transactions));
    }

    @Bean
    Charts charts(DataSource repository) {
        return new Charts(repository);
    }

    @Bean
    Notices notices(MigrateSettings settings, Explorer explorer, Console console, Clock clock) {
        NotifySettings notify = settings.notices();
        return notify == null
                ? Notices.NONE
                : new PostedNotices(
                        notify.address(), notify.timeout(), explorer::progress, console, clock, new Wakeup());
    }
}

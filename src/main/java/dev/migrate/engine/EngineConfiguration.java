package dev.migrate.engine;

import dev.migrate.database.Databases;
import dev.migrate.database.PooledDatabases;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.manager.Manager;
import dev.migrate.engine.manager.ManagerFactory;
import dev.migrate.engine.manager.Planner;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.engine.run.StoredContext;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.engine.worker.Workers;
import dev.migrate.table.ColumnRangePartitioner;
import dev.migrate.table.Tables;
import java.time.Clock;
import java.util.concurrent.Executor;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the engine together. Nothing is made that a command does not ask for. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

    @Bean
    ExecutionContextSerializer executionContextSerializer() {
        return new JacksonExecutionContextStringSerializer();
    }

    @Bean
    StoredContext storedContext(ExecutionContextSerializer serializer) {
        return new StoredContext(serializer);
    }

    @Bean
    Tables tables(Databases databases) {
        return new Tables(databases);
    }

    @Bean
    Planner planner(Databases databases, Tables tables) {
        return new Planner(tables, new ColumnRangePartitioner(databases, tables));
    }

    @Bean
    PreparedJobs preparedJobs() {
        return new PreparedJobs();
    }

    @Bean
    Wakeup wakeup() {
        return new Wakeup();
    }

    @Bean
    StopSignal stopSignal(Wakeup wakeup) {
        return new StopSignal(wakeup);
    }

    @Bean
    Manager manager(
            JobRepository jobs,
            JdbcClient repository,
            PlatformTransactionManager transactions,
            StoredContext contexts,
            Planner planner,
            Clock clock,
            Wakeup wakeup) {
        return new ManagerFactory(jobs, repository, new TransactionTemplate(transactions), contexts, clock)
                .manager(planner, wakeup);
    }

    @Bean
    Workers workers(
            JdbcClient repository,
            PlatformTransactionManager transactions,
            StoredContext contexts,
            JobDefinitions definitions,
            PreparedJobs prepared,
            Databases databases,
            Executor sideQueries,
            Clock clock) {
        return new Workers(
                repository, transactions, contexts, definitions, prepared, databases, sideQueries, clock, new Wakeup());
    }

    @Bean
    JobRunner jobRunner(
            PreparedJobs prepared, PooledDatabases databases, Manager manager, Workers workers, Wakeup wakeup) {
        return new JobRunner(prepared, databases::directRepositoryConnection, manager, workers, wakeup);
    }
}

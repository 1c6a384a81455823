package dev.migrate.engine;

import dev.migrate.database.Databases;
import dev.migrate.database.PooledDatabases;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.brake.signal.Signals;
import dev.migrate.engine.braking.BrakeNotes;
import dev.migrate.engine.braking.Brakes;
import dev.migrate.engine.braking.Braking;
import dev.migrate.engine.braking.Pace;
import dev.migrate.engine.channel.LocalTransport;
import dev.migrate.engine.channel.PostgresTransport;
import dev.migrate.engine.channel.rabbit.RabbitConnections;
import dev.migrate.engine.channel.rabbit.RabbitTransport;
import dev.migrate.engine.checkpoint.Checkpoints;
import dev.migrate.engine.checkpoint.RepositoryId;
import dev.migrate.engine.claim.Claims;
import dev.migrate.engine.manager.Manager;
import dev.migrate.engine.manager.ManagerFactory;
import dev.migrate.engine.outage.Outage;
import dev.migrate.engine.outage.Patience;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.presence.Sessions;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.engine.run.StoredContext;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.engine.split.SplitTable;
import dev.migrate.engine.step.AttemptStores;
import dev.migrate.engine.step.WorkerStep;
import dev.migrate.engine.worker.Workers;
import dev.migrate.table.ColumnRangePartitioner;
import dev.migrate.table.Tables;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executor;
import org.springframework.batch.core.repository.ExecutionContextSerializer;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.JacksonExecutionContextStringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
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
    Sessions sessions(PooledDatabases databases) {
        return databases::directRepositoryConnection;
    }

    @Bean
    Patience patience(PooledDatabases databases, Clock clock) {
        return new Patience(databases.patience(), clock, new Wakeup());
    }

    @Bean
    Transports transports(PooledDatabases databases, Wakeup wakeup, ObjectProvider<RabbitTransport> rabbit) {
        return new Transports(
                databases.transport(),
                Map.of(
                        PostgresTransport.NAME, PostgresTransport::new,
                        LocalTransport.NAME, () -> new LocalTransport(wakeup::wake),
                        RabbitTransport.NAME, rabbit::getObject));
    }

    @Bean
    RabbitConnections rabbitConnections(ApplicationContext application) {
        return new RabbitConnections(application);
    }

    @Bean
    RabbitTransport rabbitTransport(RabbitConnections connections, RepositoryId repository) {
        RabbitTransport transport = new RabbitTransport(connections, repository.get());
        transport.demandReachable();
        return transport;
    }

    @Bean
    Manager manager(
            JobRepository jobs,
            JdbcClient repository,
            PlatformTransactionManager transactions,
            StoredContext contexts,
            Databases databases,
            Checkpoints checkpoints,
            Planner planner,
            Patience patience,
            Clock clock,
            Wakeup wakeup) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        return new ManagerFactory(jobs, repository, transaction, contexts, databases, checkpoints, patience, clock)
                .manager(planner, wakeup);
    }

    @Bean
    RepositoryId repositoryId(JdbcClient repository) {
        return new RepositoryId(repository);
    }

    @Bean
    Checkpoints checkpoints(Databases databases, RepositoryId repository) {
        return new Checkpoints(databases, repository);
    }

    @Bean
    Signals signals(Databases databases, Clock clock) {
        return new Signals(databases, clock);
    }

    @Bean
    Brakes brakes(
            Databases databases, Signals signals, JdbcClient repository, PlatformTransactionManager transactions) {
        return new Brakes(databases, signals, new Pace(repository, transactions));
    }

    @Bean
    Braking braking(Brakes brakes, Patience patience, Clock clock) {
        return new Braking(brakes, clock, patience.pause());
    }

    @Bean
    BrakeNotes brakeNotes(Databases databases, Signals signals, Brakes brakes) {
        return new BrakeNotes(databases, signals, brakes);
    }

    @Bean
    SplitTable splitTable(
            JdbcClient repository, PlatformTransactionManager transactions, StoredContext contexts, Clock clock) {
        return new SplitTable(repository, transactions, contexts, clock);
    }

    @Bean
    WorkerStep workerStep(
            JdbcClient repository,
            PlatformTransactionManager transactions,
            StoredContext contexts,
            Checkpoints checkpoints,
            Databases databases,
            Braking braking,
            SplitTable splits,
            Executor sideQueries,
            Patience patience,
            Clock clock) {
        Outage outage = new Outage(databases, patience.limit(), clock, patience.pause());
        return new WorkerStep(
                new AttemptStores(repository, contexts, outage, clock),
                checkpoints,
                databases,
                braking,
                splits,
                sideQueries,
                transactions);
    }

    @Bean
    Workers workers(
            JdbcClient repository,
            PlatformTransactionManager transactions,
            StoredContext contexts,
            Sessions sessions,
            JobDefinitions definitions,
            Databases databases,
            Checkpoints checkpoints,
            WorkerStep step,
            Patience patience,
            Clock clock) {
        Claims claims = new Claims(repository, new TransactionTemplate(transactions), contexts, clock);
        return new Workers(repository, sessions, definitions, databases, claims, step, checkpoints, patience, clock);
    }

    @Bean
    OwnWorkforce ownWorkforce(Workers workers, PreparedJobs prepared, Wakeup wakeup) {
        return new OwnWorkforce(workers, prepared, wakeup);
    }

    @Bean
    WorkerRunner workerRunner(Transports transports, Workers workers) {
        return new WorkerRunner(transports, workers);
    }

    @Bean
    JobRunner jobRunner(
            PreparedJobs prepared,
            BrakeNotes brakes,
            Sessions sessions,
            Transports transports,
            Manager manager,
            OwnWorkforce workforce) {
        return new JobRunner(prepared, brakes, sessions, transports, manager, workforce);
    }
}

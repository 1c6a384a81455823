package stock;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.batch.infrastructure.item.database.Order;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.batch.integration.partition.BeanFactoryStepLocator;
import org.springframework.batch.integration.partition.MessageChannelPartitionHandler;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.channel.ExecutorChannel;
import org.springframework.integration.core.MessagingTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** A partitioned job as Spring Batch's documentation shows it: two threads, chunks and pages of 1,000 rows. */
@Configuration
@EnableBatchProcessing
@EnableJdbcJobRepository
class StockJob {

    private static final int CHUNK = 1_000;
    private static final int THREADS = 2;

    private final Options options;

    StockJob(Options options) {
        this.options = options;
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource() {
        return pool("a");
    }

    @Bean(destroyMethod = "close")
    HikariDataSource targetDataSource() {
        return pool("b");
    }

    private HikariDataSource pool(String database) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(options.get("url") + database);
        config.setUsername(options.get("user"));
        config.setPassword(options.get("password", ""));
        config.setMaximumPoolSize(THREADS + 3);
        config.addDataSourceProperty("prepareThreshold", 1);
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        return new HikariDataSource(config);
    }

    @Bean
    JdbcTransactionManager transactionManager() {
        return new JdbcTransactionManager(dataSource());
    }

    @Bean
    JdbcTemplate jdbc() {
        return new JdbcTemplate(dataSource());
    }

    @Bean
    ThreadPoolTaskExecutor workers() {
        ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
        workers.setCorePoolSize(THREADS);
        workers.setMaxPoolSize(THREADS);
        return workers;
    }

    @Bean
    Job job(JobRepository repository, PartitionHandler handler, Step worker) {
        Step manager = new StepBuilder("manager", repository)
                .partitioner("worker", new ColumnRangePartitioner(jdbc(), table()))
                .step(worker)
                .gridSize(options.number("partitions"))
                .partitionHandler(handler)
                .build();
        return new JobBuilder("stock", repository).start(manager).build();
    }

    @Bean
    PartitionHandler partitionHandler(JobRepository repository, Step worker, BeanFactory beans) throws Exception {
        return options.get("handler").equals("channel") ? overChannel(repository, beans) : onThreads(worker);
    }

    private PartitionHandler onThreads(Step worker) throws Exception {
        TaskExecutorPartitionHandler handler = new TaskExecutorPartitionHandler();
        handler.setStep(worker);
        handler.setTaskExecutor(workers());
        handler.setGridSize(options.number("partitions"));
        handler.afterPropertiesSet();
        return handler;
    }

    /** The manager polls the repository each second: the default of ten would leave it idle at the end. */
    private PartitionHandler overChannel(JobRepository repository, BeanFactory beans) throws Exception {
        BeanFactoryStepLocator steps = new BeanFactoryStepLocator();
        steps.setBeanFactory(beans);
        StepExecutionRequestHandler requests = new StepExecutionRequestHandler();
        requests.setJobRepository(repository);
        requests.setStepLocator(steps);
        ExecutorChannel channel = new ExecutorChannel(workers());
        channel.setBeanFactory(beans);
        channel.afterPropertiesSet();
        channel.subscribe(message -> requests.handle((StepExecutionRequest) message.getPayload()));
        MessageChannelPartitionHandler handler = new MessageChannelPartitionHandler();
        handler.setStepName("worker");
        handler.setGridSize(options.number("partitions"));
        handler.setMessagingOperations(new MessagingTemplate(channel));
        handler.setJobRepository(repository);
        handler.setPollInterval(1_000);
        handler.afterPropertiesSet();
        return handler;
    }

    @Bean
    Step worker(JobRepository repository, JdbcPagingItemReader<Row> reader, ItemWriter<Row> writer) {
        return new StepBuilder("worker", repository)
                .<Row, Row>chunk(CHUNK)
                .transactionManager(transactionManager())
                .reader(reader)
                .writer(writer)
                .build();
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<Row> reader(
            @Value("#{stepExecutionContext['minValue']}") Long least,
            @Value("#{stepExecutionContext['maxValue']}") Long greatest)
            throws Exception {
        return new JdbcPagingItemReaderBuilder<Row>()
                .name("reader")
                .dataSource(dataSource())
                .selectClause("select " + options.get("columns", "*"))
                .fromClause("from " + table())
                .whereClause("id between :least and :greatest")
                .sortKeys(Map.of("id", Order.ASCENDING))
                .parameterValues(Map.of("least", least, "greatest", greatest))
                .pageSize(CHUNK)
                .rowMapper(Row::of)
                .build();
    }

    @Bean
    ItemWriter<Row> writer() {
        return switch (options.get("job")) {
            case "read" -> chunk -> chunk.forEach(this::failWhereTold);
            case "update" -> update(dataSource());
            case "copy" -> copy(dataSource(), options.get("columns"));
            case "compare" -> new RowByRow(new JdbcTemplate(targetDataSource()), table());
            default -> throw new IllegalArgumentException("job=read, update, copy or compare");
        };
    }

    private ItemWriter<Row> update(DataSource database) {
        return new JdbcBatchItemWriterBuilder<Row>()
                .dataSource(database)
                .sql("update " + table() + " set likes = likes + 1 where id = ?")
                .itemPreparedStatementSetter((row, statement) -> statement.setLong(1, row.id()))
                .build();
    }

    private ItemWriter<Row> copy(DataSource database, String columns) {
        String values = columns.replaceAll("[^,]+", "?");
        return new JdbcBatchItemWriterBuilder<Row>()
                .dataSource(database)
                .sql("insert into copied (" + columns + ") values (" + values + ")")
                .itemPreparedStatementSetter((row, statement) -> {
                    for (int column = 0; column < row.columns().size(); column++) {
                        statement.setObject(column + 1, row.columns().get(column));
                    }
                })
                .build();
    }

    private void failWhereTold(Row row) {
        if (row.id() == Long.parseLong(options.get("fail", "-1"))) {
            throw new IllegalStateException("fails at row " + row.id());
        }
    }

    private String table() {
        return options.get("table");
    }
}

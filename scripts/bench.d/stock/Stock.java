package stock;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Runs a job with stock Spring Batch and prints how long it took, a word and a number a line. Arguments, as key=value: url,
 * user, password; job=read|update|copy|compare; table=NAME; handler=executor|channel; partitions=N; and, if wanted,
 * columns=A,B, fail=ID (the id at which the job fails) and restart=yes (restarts the job that failed, instead of beginning
 * with an empty repository).
 */
public final class Stock {

    private final Map<String, String> options;
    private final GenericApplicationContext context;
    private final LocalDateTime up = LocalDateTime.now();

    private Stock(Map<String, String> options, GenericApplicationContext context) {
        this.options = options;
        this.context = context;
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (String argument : arguments) {
            options.put(argument.substring(0, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
        }
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Options.class, () -> new Options(options));
            context.register(StockJob.class);
            context.refresh();
            new Stock(options, context).run();
        }
    }

    private void run() throws Exception {
        boolean restart = options.containsKey("restart");
        if (!restart) {
            emptyRepository();
        }
        JobExecution execution = restart ? restart() : context.getBean(JobOperator.class).start(job(), new JobParameters());
        BatchStatus expected = options.containsKey("fail") ? BatchStatus.FAILED : BatchStatus.COMPLETED;
        if (execution.getStatus() != expected) {
            throw new IllegalStateException("the job ended as " + execution.getStatus() + ": " + execution.getAllFailureExceptions());
        }
        print("seconds", seconds(execution.getStartTime(), execution.getEndTime()));
        print("planned", seconds(execution.getStartTime(), firstWork(execution)));
        print("useful", seconds(up, firstWork(execution)));
        print("largest", largestToMean(execution));
    }

    private JobExecution restart() throws Exception {
        JobExecution last = context.getBean(JobRepository.class).getLastJobExecution(job().getName(), new JobParameters());
        return context.getBean(JobOperator.class).restart(last);
    }

    private Job job() {
        return context.getBean(Job.class);
    }

    private void emptyRepository() {
        String scripts = "org/springframework/batch/core/schema-%spostgresql.sql";
        new ResourceDatabasePopulator(
                        new ClassPathResource(scripts.formatted("drop-")), new ClassPathResource(scripts.formatted("")))
                .execute(context.getBean("dataSource", javax.sql.DataSource.class));
    }

    private LocalDateTime firstWork(JobExecution execution) {
        return jdbc().queryForObject(
                        "select min(start_time) from batch_step_execution where job_execution_id = ? and step_name like 'worker:%'",
                        LocalDateTime.class,
                        execution.getId());
    }

    private double largestToMean(JobExecution execution) {
        return jdbc().queryForObject(
                        "select max(read_count) / avg(read_count) from batch_step_execution where job_execution_id = ? and step_name like 'worker:%'",
                        Double.class,
                        execution.getId());
    }

    private JdbcTemplate jdbc() {
        return context.getBean(JdbcTemplate.class);
    }

    private static double seconds(LocalDateTime from, LocalDateTime to) {
        return Duration.between(from, to).toNanos() / 1e9;
    }

    private static void print(String what, double value) {
        System.out.println(what + " " + value);
    }
}

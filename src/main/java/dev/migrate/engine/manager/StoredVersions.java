package dev.migrate.engine.manager;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives Spring Batch's objects the version that is stored: an update whose commit went unheard has raised only that one, and
 * its repetition would be refused. Only for who may write whatever the version is. Thread-safe.
 */
final class StoredVersions {

    private final JdbcClient repository;

    StoredVersions(JdbcClient repository) {
        this.repository = repository;
    }

    void adopt(JobExecution execution) {
        execution.setVersion(version(
                "select version from migrate.batch_job_execution where job_execution_id = ?", execution.getId()));
    }

    void adopt(StepExecution step) {
        step.setVersion(
                version("select version from migrate.batch_step_execution where step_execution_id = ?", step.getId()));
    }

    private Integer version(String sql, long id) {
        return repository.sql(sql).param(id).query(Integer.class).single();
    }
}

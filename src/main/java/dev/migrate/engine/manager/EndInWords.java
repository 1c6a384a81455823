package dev.migrate.engine.manager;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.listener.JobExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Has the stored exit messages begin with the sentence that people are told, where Spring Batch writes a class name or a
 * stack trace only. The trace of a failure stays, below it.
 */
final class EndInWords implements JobExecutionListener {

    private final JobRepository jobs;

    EndInWords(JobRepository jobs) {
        this.jobs = jobs;
    }

    @Override
    public void afterJob(JobExecution execution) {
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            String sentence = Outcomes.reason(execution);
            for (StepExecution step : execution.getStepExecutions()) {
                step.setExitStatus(worded(step.getExitStatus(), sentence));
                jobs.update(step);
            }
            execution.setExitStatus(worded(execution.getExitStatus(), sentence));
        }
    }

    private static ExitStatus worded(ExitStatus status, String sentence) {
        boolean stopped = status.getExitCode().equals(ExitStatus.STOPPED.getExitCode());
        String message = stopped ? sentence : sentence + System.lineSeparator() + status.getExitDescription();
        return new ExitStatus(status.getExitCode(), message);
    }
}

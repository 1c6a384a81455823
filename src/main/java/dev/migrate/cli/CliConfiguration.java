package dev.migrate.cli;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.notify.Notices;
import dev.migrate.cli.run.LendWorker;
import dev.migrate.cli.run.RetryRows;
import dev.migrate.cli.run.RunJob;
import dev.migrate.cli.run.ServeDashboard;
import dev.migrate.cli.show.ListJobs;
import dev.migrate.cli.show.ShowFindings;
import dev.migrate.cli.show.ShowPlan;
import dev.migrate.cli.show.ShowScript;
import dev.migrate.cli.show.ShowSetAside;
import dev.migrate.cli.show.ShowStatus;
import dev.migrate.cli.show.WatchStatus;
import dev.migrate.cli.steer.RestartRun;
import dev.migrate.cli.steer.SteerRun;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.JobRunner;
import dev.migrate.engine.WorkerRunner;
import dev.migrate.engine.braking.BrakeNotes;
import dev.migrate.engine.plan.Planner;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.engine.run.StopSignal;
import dev.migrate.engine.run.Wakeup;
import dev.migrate.monitor.Explorer;
import dev.migrate.steering.Steering;
import dev.migrate.web.Dashboard;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What commands ask the application for. Nothing is made that the command does not need. */
@Configuration(proxyBeanMethods = false)
class CliConfiguration {

    @Bean
    Console console(Invocation invocation) {
        return invocation.console();
    }

    @Bean
    RunJob runJob(JobRunner runner, Explorer explorer, StopSignal stop, Console console, Notices notices) {
        return new RunJob(runner, explorer, stop, console, notices);
    }

    @Bean
    RetryRows retryRows(Explorer explorer, JobDefinitions definitions, RunJob runJob, Console console) {
        return new RetryRows(explorer, definitions, runJob, console);
    }

    @Bean
    RestartRun restartRun(
            Explorer explorer,
            Steering steering,
            JobDefinitions definitions,
            RunJob runJob,
            RetryRows retryRows,
            Console console) {
        return new RestartRun(explorer, steering, definitions, runJob, retryRows, console);
    }

    @Bean
    SteerRun steerRun(Steering steering, Console console) {
        return new SteerRun(steering, console);
    }

    @Bean
    LendWorker lendWorker(WorkerRunner runner, Console console) {
        return new LendWorker(runner, console);
    }

    @Bean
    ServeDashboard serveDashboard(Dashboard dashboard, Console console) {
        return new ServeDashboard(dashboard, console);
    }

    @Bean
    ShowPlan showPlan(PreparedJobs prepared, BrakeNotes brakes, Planner planner, Console console) {
        return new ShowPlan(prepared, brakes, planner, console);
    }

    @Bean
    ListJobs listJobs(JobDefinitions definitions, Console console) {
        return new ListJobs(definitions, console);
    }

    @Bean
    ShowStatus showStatus(Explorer explorer, Console console) {
        return new ShowStatus(explorer, console);
    }

    @Bean
    WatchStatus watchStatus(Explorer explorer, Console console, Wakeup wakeup) {
        return new WatchStatus(explorer, console, wakeup);
    }

    @Bean
    ShowFindings showFindings(Explorer explorer, Console console) {
        return new ShowFindings(explorer, console);
    }

    @Bean
    ShowScript showScript(Explorer explorer, JobDefinitions definitions, PreparedJobs prepared, Console console) {
        return new ShowScript(explorer, definitions, prepared, console);
    }

    @Bean
    ShowSetAside showSetAside(Explorer explorer, Console console) {
        return new ShowSetAside(explorer, console);
    }
}

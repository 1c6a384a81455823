package dev.migrate.web;

import dev.migrate.monitor.Charts;
import dev.migrate.monitor.Explorer;
import dev.migrate.steering.Steering;
import dev.migrate.web.answer.ErrorAnswers;
import dev.migrate.web.answer.Failures;
import dev.migrate.web.api.EventsController;
import dev.migrate.web.api.ExecutionsController;
import dev.migrate.web.api.ReadExecutions;
import dev.migrate.web.api.SteeringController;
import dev.migrate.web.guard.Address;
import dev.migrate.web.guard.Guard;
import dev.migrate.web.guard.Token;
import dev.migrate.web.live.Broadcasts;
import dev.migrate.web.metrics.LatestTotals;
import dev.migrate.web.metrics.RepositoryHealth;
import dev.migrate.web.metrics.RunMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.boot.actuate.autoconfigure.endpoint.EndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.jackson.JacksonEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.endpoint.web.WebEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementContextAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.jvm.JvmMetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.system.SystemMetricsAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.actuate.web.ServletManagementContextAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the dashboard together. */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    EndpointAutoConfiguration.class,
    JacksonEndpointAutoConfiguration.class,
    WebEndpointAutoConfiguration.class,
    ManagementContextAutoConfiguration.class,
    ServletManagementContextAutoConfiguration.class,
    HealthContributorRegistryAutoConfiguration.class,
    HealthEndpointAutoConfiguration.class,
    MetricsAutoConfiguration.class,
    CompositeMeterRegistryAutoConfiguration.class,
    PrometheusMetricsExportAutoConfiguration.class,
    JvmMetricsAutoConfiguration.class,
    SystemMetricsAutoConfiguration.class
})
class WebConfiguration {

    private static final int READERS = 4;

    @Bean
    FilterRegistrationBean<Guard> guard(Address address, Token token) {
        FilterRegistrationBean<Guard> guard = new FilterRegistrationBean<>(new Guard(address, token));
        guard.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return guard;
    }

    @Bean(destroyMethod = "shutdownNow")
    ScheduledExecutorService liveReadings() {
        return Executors.newScheduledThreadPool(READERS, task -> {
            Thread thread = new Thread(task, "dashboard");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Bean
    Broadcasts broadcasts(ScheduledExecutorService liveReadings) {
        return new Broadcasts(liveReadings, Duration.ofSeconds(1));
    }

    @Bean
    ReadExecutions readExecutions(Explorer explorer, Charts charts) {
        return new ReadExecutions(explorer, charts);
    }

    @Bean
    ExecutionsController executionsController(ReadExecutions read, Explorer explorer) {
        return new ExecutionsController(read, explorer);
    }

    @Bean
    SteeringController steeringController(ReadExecutions read, Steering steering) {
        return new SteeringController(read, steering);
    }

    @Bean
    EventsController eventsController(ReadExecutions read, Broadcasts broadcasts) {
        return new EventsController(read, broadcasts);
    }

    @Bean
    LatestTotals latestTotals(Charts charts, ScheduledExecutorService liveReadings, Clock clock) {
        return new LatestTotals(charts::totals, liveReadings, clock);
    }

    @Bean
    RunMetrics runMetrics(LatestTotals totals, PrometheusRegistry registry) {
        RunMetrics metrics = new RunMetrics(totals);
        registry.register(metrics);
        return metrics;
    }

    @Bean
    RepositoryHealth repositoryHealth(LatestTotals totals) {
        return new RepositoryHealth(totals);
    }

    @Bean
    Page page() {
        return new Page();
    }

    @Bean
    ErrorAnswers errorAnswers() {
        return new ErrorAnswers();
    }

    @Bean
    Failures failures() {
        return new Failures();
    }
}

package dev.migrate.chaos.act;

import dev.migrate.chaos.fault.PlannedFault;
import dev.migrate.chaos.server.Broker;
import dev.migrate.chaos.server.Session;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Sends a request that has been sent before. */
final class RepeatedRequest {

    /** A request of the newest run. */
    record Request(String queue, String json) {}

    private static final String ALL = """
            select 'migrate.' || (select id from migrate.repository) || '.' || p.instance_id as queue,
                   json_build_object('stepExecutionId', p.step_execution_id, 'stepName', 'worker:' || p.number)::text as json
            from migrate.partition p
            where p.instance_id = (select instance_id from migrate.run order by number desc limit 1)
            order by p.number
            """;

    private final Stage stage;
    private final Session repository;
    private final Optional<Broker> broker;

    RepeatedRequest(Stage stage, Session repository, Optional<Broker> broker) {
        this.stage = stage;
        this.repository = repository;
        this.broker = broker;
    }

    void send(PlannedFault planned) {
        List<Request> requests =
                repository.ask(db -> db.sql(ALL).query(Request.class).list()).orElse(List.of());
        if (requests.isEmpty()) {
            stage.misses(planned.kind(), "there is no request");
            return;
        }
        Request request = requests.get(planned.whom() % requests.size());
        if (broker.isPresent()) {
            publish(planned, request, broker.get());
        } else {
            repository.ask(
                    db -> db.sql("select pg_notify('migrate', '')").query().listOfRows());
            stage.strikes(planned.kind(), "by NOTIFY");
        }
    }

    private void publish(PlannedFault planned, Request request, Broker open) {
        try {
            open.publish(request.queue(), request.json());
            stage.strikes(planned.kind(), request.json() + " to " + request.queue());
        } catch (IOException | TimeoutException e) {
            stage.misses(planned.kind(), "the broker does not take it: " + e);
        }
    }
}

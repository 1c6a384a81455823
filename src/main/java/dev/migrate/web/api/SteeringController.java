package dev.migrate.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import dev.migrate.monitor.json.Json;
import dev.migrate.steering.BrakeChanges;
import dev.migrate.steering.Steered;
import dev.migrate.steering.Steering;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Steers a run: what came of it is a sentence, with status 409 where it cannot be. */
@RestController
@RequestMapping(path = "/api/executions" + ExecutionsController.EXECUTION, produces = APPLICATION_JSON_VALUE)
public final class SteeringController {

    private static final String BY = "the dashboard";
    private static final String LIFTED = "none";

    private final ReadExecutions read;
    private final Steering steering;

    public SteeringController(ReadExecutions read, Steering steering) {
        this.read = read;
        this.steering = steering;
    }

    @PostMapping("/stop")
    ResponseEntity<String> stop(@PathVariable long execution) {
        read.progress(execution);
        return answer(steering.stop(execution, BY));
    }

    @PostMapping("/pause")
    ResponseEntity<String> pause(@PathVariable long execution) {
        read.progress(execution);
        return answer(steering.pause(execution, BY));
    }

    @PostMapping("/resume")
    ResponseEntity<String> resume(@PathVariable long execution) {
        read.progress(execution);
        return answer(steering.resume(execution, BY));
    }

    @PostMapping("/abandon")
    ResponseEntity<String> abandon(@PathVariable long execution) {
        read.progress(execution);
        return answer(steering.abandon(execution, BY));
    }

    /** Takes brakes by their keys, as a job file has them; null lifts one, {@code default} is the job file's. */
    @PostMapping("/throttle")
    ResponseEntity<String> throttle(@PathVariable long execution, @RequestBody Map<String, @Nullable Object> brakes) {
        read.progress(execution);
        return answer(steering.throttle(execution, changes(brakes), BY));
    }

    private static BrakeChanges changes(Map<String, @Nullable Object> brakes) {
        return BrakeChanges.of(brakes.entrySet().stream()
                .map(brake -> brake.getKey() + "=" + Objects.requireNonNullElse(brake.getValue(), LIFTED))
                .toList());
    }

    private static ResponseEntity<String> answer(Steered steered) {
        boolean done = steered instanceof Steered.Done;
        return ResponseEntity.status(done ? HttpStatus.OK : HttpStatus.CONFLICT)
                .body(Json.text(Map.of(done ? "message" : "error", steered.sentence())));
    }
}

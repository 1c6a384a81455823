package dev.migrate.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class JobRequestTest {

    private final JobRequest request =
            new JobRequest("job", Map.of("day", "1", "town", "Bonn"), path -> "job.yml:1" + path);

    @Test
    void a_parameter_that_nobody_asked_for_is_told() {
        assertThat(request.parameter("town")).contains("Bonn");
        assertThatThrownBy(request::demandAllUsed)
                .isInstanceOf(UserMistake.class)
                .hasMessage(
                        "job.yml:1: nothing in the job uses the parameter day=1; leave it out, or use it, as :day in SQL");
    }

    @Test
    void who_takes_all_may_use_any() {
        assertThat(request.parameters()).hasSize(2);
        request.demandAllUsed();
    }

    @Test
    void one_that_was_asked_for_and_not_given_is_none() {
        assertThat(request.parameter("street")).isEmpty();
    }
}

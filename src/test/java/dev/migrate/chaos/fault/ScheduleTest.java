package dev.migrate.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Duration THREE_MINUTES = Duration.ofMinutes(3);

    @Test
    void the_same_seed_draws_the_same_faults() {
        assertThat(Schedule.draw(7, true, THREE_MINUTES))
                .isEqualTo(Schedule.draw(7, true, THREE_MINUTES))
                .isNotEqualTo(Schedule.draw(8, true, THREE_MINUTES));
    }

    @Test
    void a_longer_time_begins_like_a_shorter_one() {
        List<PlannedFault> shorter = Schedule.draw(7, true, THREE_MINUTES);

        assertThat(Schedule.draw(7, true, THREE_MINUTES.multipliedBy(2)).subList(0, shorter.size()))
                .isEqualTo(shorter);
    }

    @Test
    void every_kind_comes_within_four_minutes() {
        for (long seed = 0; seed < 50; seed++) {
            assertThat(kinds(Schedule.draw(seed, true, Duration.ofMinutes(4))))
                    .isEqualTo(EnumSet.allOf(FaultKind.class));
        }
    }

    @Test
    void a_broker_is_stopped_only_where_there_is_one() {
        assertThat(kinds(Schedule.draw(7, false, Duration.ofMinutes(10)))).doesNotContain(FaultKind.STOP_BROKER);
    }

    @Test
    void leaves_time_between_faults_for_something_to_run() {
        List<PlannedFault> faults = Schedule.draw(7, true, THREE_MINUTES);
        for (int i = 1; i < faults.size(); i++) {
            assertThat(faults.get(i).at().minus(faults.get(i - 1).at()))
                    .isBetween(Duration.ofSeconds(3), Duration.ofSeconds(6));
        }
        assertThat(faults.get(faults.size() - 1).at()).isLessThan(THREE_MINUTES);
    }

    @Test
    void freezes_are_longer_than_every_timeout() {
        assertThat(Schedule.draw(7, true, Duration.ofMinutes(30)))
                .filteredOn(fault -> fault.kind() == FaultKind.FREEZE_WORKER)
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.length()).isGreaterThan(Duration.ofSeconds(20)));
    }

    private static Set<FaultKind> kinds(List<PlannedFault> faults) {
        return faults.stream().map(PlannedFault::kind).collect(Collectors.toSet());
    }
}

package dev.migrate.chaos.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.chaos.fault.FaultKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecoveriesTest {

    private static final long MINE = 4711;
    private static final long SECOND = 1_000_000_000;

    private final Recoveries recoveries = new Recoveries();
    private final Sight held = sight(1, 5, "STARTED", new PartitionSight(3, "claimed", 1, MINE, 2, 10));

    @Test
    void tells_what_a_process_holds() {
        assertThat(held.heldBy(MINE)).containsExactly(3);
        assertThat(held.heldBy(MINE + 1)).isEmpty();
        assertThat(sight(1, 5, "STARTED", new PartitionSight(3, "done", null, null, 2, 10))
                        .heldBy(MINE))
                .isEmpty();
    }

    @Test
    void a_partition_is_claimed_anew_when_its_fence_has_risen_or_it_is_over() {
        Sign sign = Sign.claimedAnew(held, List.of(3));

        assertThat(sign.isIn(held)).isFalse();
        assertThat(sign.isIn(sight(1, 6, "STARTED", new PartitionSight(3, "waiting", null, null, 2, 10))))
                .isFalse();
        assertThat(sign.isIn(sight(1, 5, "STARTED", new PartitionSight(3, "claimed", 1, 1L, 3, 10))))
                .isTrue();
        assertThat(sign.isIn(sight(1, 5, "STARTED", new PartitionSight(3, "done", null, null, 2, 11))))
                .isTrue();
    }

    @Test
    void a_manager_is_replaced_when_the_epoch_has_risen() {
        Sign sign = Sign.takenOver(held);

        assertThat(sign.isIn(sight(1, 5, "STARTED", new PartitionSight(3, "done", null, null, 3, 12))))
                .isFalse();
        assertThat(sign.isIn(sight(1, 6, "STARTED"))).isTrue();
    }

    @Test
    void pages_and_claims_are_counted_over_all_partitions() {
        Sight page = sight(1, 5, "STARTED", new PartitionSight(3, "claimed", 1, MINE, 2, 11));
        Sight claim = sight(1, 5, "STARTED", new PartitionSight(3, "claimed", 1, MINE, 3, 10));

        assertThat(Sign.nextPage(held).isIn(page)).isTrue();
        assertThat(Sign.nextPage(held).isIn(claim)).isFalse();
        assertThat(Sign.nextClaim(held).isIn(claim)).isTrue();
        assertThat(Sign.nextClaim(held).isIn(page)).isFalse();
        assertThat(Sign.workedOn(held, 3).isIn(page)).isTrue();
        assertThat(Sign.workedOn(held, 3).isIn(held)).isFalse();
    }

    @Test
    void a_run_that_is_complete_and_the_next_run_are_signs_of_anything() {
        Sight complete = sight(1, 5, "COMPLETED");
        Sight next = sight(2, 0, "STARTED");

        assertThat(Sign.takenOver(held).isIn(complete)).isTrue();
        assertThat(Sign.nextPage(held).isIn(next)).isTrue();
        assertThat(Sign.takenOver(complete).isIn(complete)).isFalse();
        assertThat(Sign.takenOver(complete).isIn(next)).isTrue();
    }

    @Test
    void measures_from_the_fault_to_the_sign() {
        recoveries.begin(FaultKind.KILL_MANAGER, "manager").measure(2 * SECOND, Sign.takenOver(held));

        assertThat(recoveries.see(held, 3 * SECOND)).isEmpty();
        assertThat(recoveries.see(sight(1, 6, "STARTED"), 5 * SECOND))
                .singleElement()
                .satisfies(recovery -> {
                    assertThat(recovery.taken())
                            .hasValueSatisfying(taken -> assertThat(taken).hasSeconds(3));
                    assertThat(recovery.isAlone()).isTrue();
                });
        assertThat(recoveries.open()).isEmpty();
    }

    @Test
    void nothing_ends_before_it_is_measured() {
        Recovery recovery = recoveries.begin(FaultKind.RESTART_TARGET, "target");

        assertThat(recoveries.see(sight(2, 0, "STARTED"), SECOND)).isEmpty();
        assertThat(recoveries.open()).containsExactly(recovery);
    }

    @Test
    void tells_recoveries_apart_during_which_something_else_was_away() {
        Tally tally = new Tally(recoveries);
        tally.count(FaultKind.KILL_MANAGER);
        recoveries.begin(FaultKind.KILL_MANAGER, "manager").measure(0, Sign.takenOver(held));
        recoveries.see(sight(1, 6, "STARTED"), SECOND);
        tally.count(FaultKind.KILL_MANAGER);
        recoveries.begin(FaultKind.KILL_MANAGER, "manager").measure(0, Sign.takenOver(held));
        tally.count(FaultKind.KILL_WORKER);
        recoveries.begin(FaultKind.KILL_WORKER, "worker-1");
        recoveries.see(sight(1, 6, "STARTED"), 4 * SECOND);

        assertThat(tally.total()).isEqualTo(3);
        assertThat(tally.lines())
                .map(line -> line.replaceAll(" +", " "))
                .containsExactly(
                        "fault count recovered median s worst s alone median s worst s",
                        "kill-worker 1 0 - - 0 - -",
                        "kill-manager 2 2 1.00 4.00 1 1.00 1.00");
    }

    private static Sight sight(int run, long epoch, String status, PartitionSight... partitions) {
        return new Sight(
                run,
                7,
                epoch,
                1,
                "pid 1 on here",
                status,
                List.of(partitions).stream()
                        .collect(java.util.stream.Collectors.toMap(PartitionSight::number, partition -> partition)));
    }
}

package dev.migrate.engine.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.migrate.engine.EngineFixture;
import dev.migrate.engine.TracingJobType;
import dev.migrate.engine.presence.Presence;
import dev.migrate.engine.presence.ProcessName;
import dev.migrate.engine.step.DonePage;
import dev.migrate.job.Finding;
import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.job.Page;
import dev.migrate.job.PageResult;
import dev.migrate.job.Partition;
import dev.migrate.job.SideRows;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.KeyRange;
import dev.migrate.table.page.RangeProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.infrastructure.item.Chunk;

/**
 * A run whose one partition failed in its first page, made to wait again: what may be claimed then, and by whom. In a run in
 * which claims are limited by a database, and in one in which they are not.
 */
@ParameterizedClass(name = "limited: {0}")
@ValueSource(booleans = {false, true})
class ClaimsIT {

    private static final String SIDES =
            "select concat_ws(' ', source_rows, target_rows) from migrate.partition where number = 1";

    @TempDir
    Path directory;

    private final boolean limited;
    private EngineFixture engine;
    private Claims claims;
    private Claims.Runs runs;
    private Presence presence;
    private int worker;
    private long attempt;

    ClaimsIT(boolean limited) {
        this.limited = limited;
    }

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 1_000);
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                throw new IllegalStateException("not now");
            }
        });
        engine.run(engine.request(1));
        engine.sql("update migrate.partition set state = 'waiting', fresh = true");
        engine.sql("update migrate.batch_step_execution set status = 'STARTING' where step_name = 'worker:1'");
        engine.sql("update migrate.run set running = true");
        claims = engine.first.claims();
        presence = Presence.join(engine.process);
        worker = presence.signOn(ProcessName.here(), 1, null);
        runs = of -> of == limited ? List.of(engine.ask("select instance_id from migrate.run")) : List.of();
        attempt = engine.ask("select step_execution_id from migrate.partition");
    }

    @AfterEach
    void stop() {
        presence.close();
        engine.close();
    }

    @Test
    void a_claim_raises_the_fence_and_begins_the_attempt() {
        long fence = engine.ask("select fence from migrate.partition");

        Claim claim = asked().orElseThrow();

        assertThat(claim.fence()).isEqualTo(fence + 1);
        assertThat(claim.stepName()).isEqualTo("worker:1");
        assertThat(engine.text("select state from migrate.partition")).isEqualTo("claimed");
        assertThat(engine.text("select status from migrate.batch_step_execution where step_name = 'worker:1'"))
                .isEqualTo("STARTED");
    }

    @Test
    void a_request_that_comes_twice_is_claimed_once() {
        assertThat(asked()).isPresent();
        assertThat(asked()).isEmpty();
    }

    @Test
    void the_next_one_that_waits_is_claimed_without_a_request() {
        assertThat(claims.next(runs, worker)).map(Claim::stepExecution).contains(attempt);
        assertThat(claims.next(runs, worker)).isEmpty();
    }

    @Test
    void nothing_is_claimed_that_has_no_next_attempt_yet() {
        engine.sql("update migrate.partition set fresh = false");

        assertThat(asked()).isEmpty();
        assertThat(claims.next(runs, worker)).isEmpty();
    }

    @Test
    void nothing_is_claimed_of_runs_that_are_somebody_else_s_business() {
        assertThat(claims.asked(attempt, of -> List.of(), worker)).isEmpty();
        assertThat(claims.next(of -> List.of(), worker)).isEmpty();
    }

    @Test
    void just_the_partition_that_was_asked_for_is_claimed() {
        engine.sql("update migrate.run set only_partition = 2");

        assertThat(asked()).isEmpty();
        assertThat(claims.next(runs, worker)).isEmpty();
    }

    @Test
    void a_request_for_an_attempt_that_is_over_claims_nothing() {
        Claim claim = asked().orElseThrow();
        claims.abandoned().giveBack(worker, busy -> false);

        assertThat(engine.text("select state from migrate.partition")).isEqualTo("waiting");
        assertThat(claims.asked(claim.stepExecution(), runs, worker)).isEmpty();
    }

    @Test
    void nothing_is_claimed_of_a_run_that_is_stopped_or_over() {
        engine.sql("update migrate.run set stop = true");
        assertThat(asked()).isEmpty();
        assertThat(claims.next(runs, worker)).isEmpty();

        engine.sql("update migrate.run set stop = false, running = false");
        assertThat(asked()).isEmpty();
        assertThat(claims.next(runs, worker)).isEmpty();
    }

    @Test
    void a_claim_that_a_thread_works_on_is_not_given_back() {
        Optional<Claim> unused = asked();

        assertThat(claims.abandoned().giveBack(worker, busy -> busy == attempt)).isZero();
        assertThat(engine.text("select state from migrate.partition")).isEqualTo("claimed");
    }

    @Test
    void a_worker_that_was_overtaken_writes_nothing_more() {
        Claim zombie = asked().orElseThrow();
        engine.sql("update migrate.partition set fence = fence + 1");

        assertThatThrownBy(() -> write(zombie, 1)).isInstanceOf(Overtaken.class);
        assertThat(engine.ask("select page from migrate.partition")).isZero();
    }

    @Test
    void a_worker_whose_partition_was_given_back_writes_nothing_more() {
        Claim zombie = asked().orElseThrow();
        engine.sql("update migrate.partition set state = 'waiting'");

        assertThatThrownBy(() -> write(zombie, 1)).isInstanceOf(Overtaken.class);
    }

    @Test
    void a_page_counts_once() {
        Claim claim = asked().orElseThrow();
        write(claim, 1);

        assertThatThrownBy(() -> write(claim, 1)).isInstanceOf(Overtaken.class);
        assertThatThrownBy(() -> write(claim, 3)).isInstanceOf(Overtaken.class);
        write(claim, 2);
        assertThat(engine.ask("select read from migrate.partition")).isEqualTo(20);
    }

    @Test
    void a_finding_keeps_the_order_of_its_key_columns() {
        Claim claim = asked().orElseThrow();
        Partition partition = claim.partition();
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("town", "Bonn");
        key.put("id", 7L);

        DatabaseName database = Objects.requireNonNull(partition.database());
        write(claim, 1, List.of(new Finding(database, key, Finding.Kind.BROKEN, "seven", Map.of())));

        assertThat(engine.text("select key::text from migrate.finding")).isEqualTo("{\"town\":\"Bonn\",\"id\":7}");
    }

    @Test
    void a_worker_that_was_taken_for_dead_claims_nothing_though_it_does_not_know_yet() {
        engine.process.endOwnSessions();
        await().untilAsserted(() -> assertThat(engine.ask("select count(*) from pg_locks where objid = " + worker))
                .isZero());

        assertThat(asked()).isEmpty();
        assertThat(claims.next(runs, worker)).isEmpty();
    }

    @Test
    void a_worker_is_alive_as_long_as_its_session() throws Exception {
        String locks = "select count(*) from pg_locks where locktype = 'advisory' and objid = " + worker
                + " and database = (select oid from pg_database where datname = current_database())";
        assertThat(engine.ask(locks)).isEqualTo(1);

        presence.close();
        await().untilAsserted(() -> assertThat(engine.ask(locks)).isZero());
        assertThat(presence.isLost()).isTrue();
    }

    @Test
    void only_so_many_findings_of_a_run_are_stored_and_all_are_counted() {
        Claim claim = asked().orElseThrow();
        List<Finding> three = Stream.of(1L, 2L, 3L)
                .map(id ->
                        new Finding(new DatabaseName("replica"), Map.of("id", id), Finding.Kind.EXTRA, null, Map.of()))
                .toList();
        write(claim, 1, three, 5);
        write(claim, 2, three, 5);
        write(claim, 3, three, 5);

        assertThat(engine.ask("select count(*) from migrate.finding")).isEqualTo(5);
        assertThat(engine.text("select extra || ' ' || stored from migrate.partition where extra > 0"))
                .isEqualTo("9 5");
    }

    @Test
    void the_rows_of_two_sides_are_added_up_from_the_first_page_on() {
        Claim claim = asked().orElseThrow();
        write(claim, 1, counted(10, 12));
        write(claim, 2, counted(10, 9));
        assertThat(engine.text(SIDES)).isEqualTo("20 21");
    }

    @Test
    void the_rows_of_two_sides_are_not_known_if_those_of_an_earlier_page_are_not() {
        Claim claim = asked().orElseThrow();
        write(claim, 1);
        write(claim, 2, counted(10, 9));
        assertThat(engine.text(SIDES)).isEmpty();
    }

    private static PageResult counted(long source, long target) {
        return new PageResult(
                Ledger.checked(10, 0),
                FindingCounts.NONE,
                List.of(),
                List.of(),
                10,
                new SideRows(source, target),
                Duration.ZERO);
    }

    private Optional<Claim> asked() {
        return claims.asked(attempt, runs, worker);
    }

    private void write(Claim claim, long page) {
        write(claim, page, List.of());
    }

    private void write(Claim claim, long page, List<Finding> findings) {
        write(claim, page, findings, Long.MAX_VALUE);
    }

    private void write(Claim claim, long page, List<Finding> findings, long most) {
        write(claim, page, new PageResult(Ledger.checked(10, findings.size()), findings, 10), most);
    }

    private void write(Claim claim, long page, PageResult result) {
        write(claim, page, result, Long.MAX_VALUE);
    }

    private void write(Claim claim, long page, PageResult result, long most) {
        RangeProgress progress = new RangeProgress(KeyRange.ALL, null, page);
        engine.first
                .stores()
                .writer(new Attempt(claim, () -> false), most)
                .write(new Chunk<>(List.of(new DonePage(progress, result, Duration.ofMillis(7)))));
    }
}

package dev.migrate.engine.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.migrate.engine.EngineFixture;
import dev.migrate.engine.TracingJobType;
import dev.migrate.engine.claim.Claim;
import dev.migrate.engine.claim.Claims;
import dev.migrate.engine.presence.Presence;
import dev.migrate.engine.presence.ProcessName;
import dev.migrate.job.Page;
import dev.migrate.job.Partition;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.page.RangeProgress;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run of three partitions of a thousand rows, none of which is done; the last has no end. */
class SplitTableIT {

    private static final String RANGES = """
            select string_agg(concat_ws(' ', number, lower ->> 0, upper ->> 0), ', ' order by coalesce(place, number))
            from migrate.partition
            """;

    @TempDir
    Path directory;

    private EngineFixture engine;
    private SplitTable table;
    private Claims claims;
    private Claims.Runs runs;
    private Presence presence;
    private int worker;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 1_000);
        engine.type.trap(new TracingJobType.Trap() {
            @Override
            public void before(Partition partition, Page page) {
                throw new IllegalStateException("not now");
            }
        });
        engine.run(engine.request(3));
        engine.sql("update migrate.partition set state = 'waiting', fresh = true");
        engine.sql("update migrate.run set running = true");
        table = new SplitTable(
                engine.first.repository, engine.first.transactions, engine.first.contexts(), engine.first.clock());
        claims = engine.first.claims();
        presence = Presence.join(engine.process);
        worker = presence.signOn(ProcessName.here(), 1, null);
        runs = limited -> limited ? List.of() : List.of(engine.ask("select instance_id from migrate.run"));
    }

    @AfterEach
    void stop() {
        presence.close();
        engine.close();
    }

    private Claim claim() {
        engine.sql("update migrate.partition set state = 'waiting' where state = 'failed'");
        return claims.next(runs, worker).orElseThrow();
    }

    private OptionalInt split(Claim claim, long cut) {
        return split(claim, progress(claim), cut);
    }

    private OptionalInt split(Claim claim, RangeProgress progress, long cut) {
        nothingWaits();
        return table.split(claim, progress, KeyValue.of(cut));
    }

    private void nothingWaits() {
        engine.sql("update migrate.partition set state = 'failed' where state = 'waiting'");
    }

    private static RangeProgress progress(Claim claim) {
        return RangeProgress.from(claim.context());
    }

    private void assertJoined() {
        assertThat(engine.ask("select count(*) from migrate.coverage where gap is null and begins is null"))
                .isEqualTo(1);
    }

    @Test
    void the_owner_keeps_what_lies_below_and_the_rest_waits() {
        Claim owner = claim();

        assertThat(split(owner, 100)).hasValue(4);

        assertThat(engine.text(RANGES)).isEqualTo("1 100, 4 100 333, 2 333 666, 3 666");
        assertThat(engine.text("select state || ' ' || split_from from migrate.partition where number = 4"))
                .isEqualTo("waiting 1");
        assertThat(engine.text("select c.short_context::json ->> 'upper' from migrate.partition p"
                        + " join migrate.batch_step_execution_context c using (step_execution_id) where number = 1"))
                .isEqualTo("[\"100\"]");
        assertJoined();
    }

    @Test
    void parts_are_split_in_turn_and_go_on_joining() {
        Claim owner = claim();
        split(owner, 200);
        split(owner, 100);
        Claim second = claim();
        Claim third = claim();
        Claim part = claim();
        assertThat(part.partition().range().lower()).isEqualTo(KeyValue.of(200));
        split(part, 300);
        split(third, 700);

        assertThat(engine.text(RANGES))
                .isEqualTo("1 100, 5 100 200, 4 200 300, 6 300 333, 2 333 666, 3 666 700, 7 700");
        assertThat(second.partition().number()).isEqualTo(2);
        assertJoined();
    }

    @Test
    void a_part_of_a_part_has_its_place_however_often_it_is_cut() {
        Claim owner = claim();
        for (long cut = 300; cut > 100; cut--) {
            assertThat(split(owner, cut)).isPresent();
        }

        assertThat(engine.ask("select count(distinct coalesce(place, number)) from migrate.partition"))
                .isEqualTo(203);
        assertJoined();
    }

    @Test
    void the_open_end_goes_to_the_new_part_which_ends_where_its_owner_had_found_the_end() {
        claim();
        claim();
        Claim last = claim();
        RangeProgress found = progress(last).endingAt(KeyValue.of(1_000));

        assertThat(split(last, found, 800)).hasValue(4);

        assertThat(engine.text(RANGES)).endsWith("3 666 800, 4 800");
        RangeProgress part = progress(claim());
        assertThat(part.range().upper()).isEqualTo(KeyValue.of(1_000));
        assertThat(part.page()).isZero();
        assertThat(part.position()).isNull();
        assertJoined();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update migrate.partition set fence = fence + 1",
                "update migrate.partition set page = page + 1",
                "update migrate.partition set state = 'waiting'",
                "update migrate.run set stop = true",
                "update migrate.run set pause = true",
                "update migrate.run set running = false",
                "update migrate.run set only_partition = 1"
            })
    void nothing_is_split_that_is_not_the_owner_s_or_is_not_to_go_on(String meanwhile) {
        Claim owner = claim();
        nothingWaits();
        engine.sql(meanwhile);

        assertThat(table.split(owner, progress(owner), KeyValue.of(100))).isEmpty();

        assertThat(engine.text(RANGES)).isEqualTo("1 333, 2 333 666, 3 666");
        assertThat(engine.ask("select count(*) from migrate.batch_step_execution where step_name = 'worker:4'"))
                .isZero();
    }

    @Test
    void nothing_is_split_while_there_is_something_else_to_do() {
        Claim owner = claim();

        assertThat(table.split(owner, progress(owner), KeyValue.of(100))).isEmpty();
    }

    @Test
    void nothing_is_split_at_its_end() {
        Claim owner = claim();
        nothingWaits();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.split(owner, progress(owner), KeyValue.of(333)))
                .withMessageContaining("333");
    }

    @Test
    void the_first_attempt_at_a_part_belongs_to_the_execution_that_goes_on() {
        Claim owner = claim();
        split(owner, 100);

        assertThat(engine.ask(
                        "select s.job_execution_id from migrate.batch_step_execution s where step_name = 'worker:4'"))
                .isEqualTo(owner.job().execution());
        long attempt = engine.ask("select step_execution_id from migrate.partition where number = 4");
        Claim part = claims.asked(attempt, runs, worker).orElseThrow();
        assertThat(part.partition().number()).isEqualTo(4);
    }
}

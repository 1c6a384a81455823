package dev.migrate.engine.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.engine.EngineFixture;
import dev.migrate.engine.run.RunName;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Two managers of one run, of which the first was frozen, taken for dead, and comes back. */
class RunTableIT {

    @TempDir
    Path directory;

    private EngineFixture engine;
    private RunTable runs;
    private Run run;

    @BeforeEach
    void start() throws Exception {
        engine = new EngineFixture(directory, 100);
        engine.run(engine.request(1));
        runs = new RunTable(engine.first.repository);
        run = newest();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void the_next_manager_raises_the_epoch_and_forgets_an_old_wish_to_stop() {
        engine.sql("update migrate.run set stop = true, waits_for = 'no worker is there'");

        assertThat(runs.raiseEpoch(run, "the next one", 7)).isEqualTo(run.epoch() + 1);

        assertThat(newest().manager()).isEqualTo("the next one");
        assertThat(engine.ask("select count(*) from migrate.run where stop or waits_for is not null"))
                .isZero();
    }

    @Test
    void one_that_was_frozen_before_it_raised_the_epoch_is_refused() {
        runs.raiseEpoch(run, "its successor", 8);

        assertThatThrownBy(() -> runs.raiseEpoch(run, "the frozen one", 7)).isInstanceOf(ManagerReplaced.class);

        assertThat(newest().manager()).isEqualTo("its successor");
        assertThat(engine.ask("select manager_number from migrate.run")).isEqualTo(8);
    }

    static Stream<Arguments> writes() {
        return Stream.of(
                write("begin", r -> r.state.begin(r.frozen, "postgres", OptionalInt.empty())),
                write("end", r -> r.state.end(r.frozen)),
                write("stop", r -> r.state.requestStop(r.frozen)),
                write("seated", r -> r.state.seated(r.frozen, 9)),
                write("waits for", r -> r.state.waitsFor(r.frozen, "nothing")),
                write("wishes", r -> r.state.wishes(r.frozen)));
    }

    private record Attempt(RunState state, Management frozen) {}

    private static Arguments write(String name, Consumer<Attempt> write) {
        return Arguments.of(name, write);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writes")
    void one_that_was_frozen_later_writes_nothing_more(String name, Consumer<Attempt> write) {
        Management frozen = new Management(run.instance(), 1, runs.raiseEpoch(run, "the frozen one", 7));
        runs.raiseEpoch(newest(), "its successor", 8);
        String before = engine.text("select r::text from migrate.run r");

        assertThatThrownBy(() -> write.accept(new Attempt(new RunState(engine.first.repository), frozen)))
                .isInstanceOf(ManagerReplaced.class);

        assertThat(engine.text("select r::text from migrate.run r")).isEqualTo(before);
    }

    private Run newest() {
        return runs.newest(new RunName("trace", Map.of(), OptionalLong.empty())).orElseThrow();
    }
}

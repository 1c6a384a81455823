package dev.migrate.type.rows.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrate.type.rows.talk.Conversation;
import dev.migrate.type.rows.talk.Talks;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramPoolTest {

    @TempDir
    private static Path directory;

    private static Talks talks;

    @BeforeAll
    static void open() {
        talks = new Talks(directory);
    }

    @AfterAll
    static void close() {
        talks.close();
    }

    @Test
    void hands_a_program_from_one_to_the_next() throws Exception {
        try (ProgramPool pool = pool(Talks.LONG)) {
            Conversation one = pool.take();
            Conversation other = pool.take();
            assertThat(one).isNotSameAs(other);
            pool.giveBack(other);
            assertThat(pool.take()).isSameAs(other);
            pool.giveBack(one);
            pool.giveBack(other);
        }
    }

    @Test
    void hands_on_no_program_that_has_ended_or_owes_an_answer() throws Exception {
        try (ProgramPool pool = pool(Talks.LONG)) {
            Conversation talk = pool.take();
            talk.send(Talks.rows(1));
            pool.giveBack(talk);
            Conversation next = pool.take();
            assertThat(next).isNotSameAs(talk);
            pool.giveBack(next);
            next.close();
            assertThat(pool.take()).isNotSameAs(next);
        }
    }

    @Test
    void hands_on_no_refused_row_to_the_next_page() throws Exception {
        ProgramPool.Start refusing = () -> talks.with("while read -r row; do echo '{\"error\": \"no\"}'; done");
        try (ProgramPool pool = new ProgramPool(refusing, Talks.LONG, talks.threads())) {
            Conversation talk = pool.take();
            talk.send(Talks.rows(1));
            talk.drain();
            pool.giveBack(talk);
            assertThat(pool.take()).isNotSameAs(talk);
        }
    }

    @Test
    void ends_what_nobody_wants_and_what_is_left_at_the_end() throws Exception {
        Conversation forgotten;
        try (ProgramPool pool = pool(Duration.ofMillis(50))) {
            forgotten = pool.take();
            pool.giveBack(forgotten);
            await().until(() -> !forgotten.isReady());
        }
        Conversation left;
        try (ProgramPool pool = pool(Talks.LONG)) {
            left = pool.take();
            pool.giveBack(left);
        }
        assertThat(left.isReady()).isFalse();
    }

    private static ProgramPool pool(Duration patience) {
        return new ProgramPool(() -> talks.with("read -r row; cat >/dev/null"), patience, talks.threads());
    }
}

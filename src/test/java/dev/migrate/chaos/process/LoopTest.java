package dev.migrate.chaos.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopTest {

    @Test
    void does_everything_on_one_thread_but_what_is_to_be_done_beside_it() throws Exception {
        List<Thread> threads = new ArrayList<>();
        try (Loop loop = new Loop()) {
            loop.after(Duration.ZERO, () -> {
                threads.add(Thread.currentThread());
                loop.beside(() -> threads.add(Thread.currentThread()), () -> {
                    threads.add(Thread.currentThread());
                    loop.end();
                });
            });
            loop.await();
        }
        assertThat(threads).hasSize(3);
        assertThat(threads.get(2)).isSameAs(threads.get(0)).isNotSameAs(threads.get(1));
    }

    @Test
    void what_goes_wrong_ends_it() {
        try (Loop loop = new Loop()) {
            loop.every(Duration.ofMillis(1), () -> {
                throw new IllegalStateException("wrong");
            });
            assertThatThrownBy(loop::await).hasRootCauseMessage("wrong");
        }
    }

    @Test
    void begins_nothing_after_its_end() throws Exception {
        List<String> done = new ArrayList<>();
        try (Loop loop = new Loop()) {
            loop.after(Duration.ZERO, () -> {
                loop.end();
                loop.after(Duration.ZERO, () -> done.add("after the end"));
            });
            loop.await();
        }
        assertThat(done).isEmpty();
    }
}

package dev.migrate.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The executor channel in this JVM. */
class LocalTransportTest extends RequestTransportContract {

    private final AtomicInteger calls = new AtomicInteger();
    private final RequestTransport transport = new LocalTransport(calls::incrementAndGet);

    @Override
    protected RequestTransport transport() {
        return transport;
    }

    @Test
    void there_is_no_room_before_workers_know_of_the_run_nor_after() {
        Offers manager = manager(RUN);
        assertThat(manager.room()).isZero();

        TestWorker worker = worker(1);
        assertThat(manager.room()).isZero();

        worker.serve(RUN);
        assertThat(manager.room()).isEqualTo(1_000);
        assertThat(calls).as("calls for the manager to offer").hasValue(1);

        worker.close();
        assertThat(manager.room()).isZero();
    }
}

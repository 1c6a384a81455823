package dev.migrate.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostmasterFileTest {

    @TempDir
    private Path data;

    @Test
    void tells_process_and_port() throws IOException {
        write("1234\n/data\n1795296820\n54999\n\n127.0.0.1\n  2155739         4\nready   \n");
        assertThat(PostmasterFile.in(data)).contains(new PostmasterFile(1234, 54999));
    }

    @Test
    void is_nothing_when_it_is_not_there_or_not_complete() throws IOException {
        assertThat(PostmasterFile.in(data)).isEmpty();
        write("");
        assertThat(PostmasterFile.in(data)).isEmpty();
        write("1234\n/data\n1795296820\n\n");
        assertThat(PostmasterFile.in(data)).isEmpty();
    }

    @Test
    void knows_another_program_by_its_name() {
        PostmasterFile file = new PostmasterFile(ProcessHandle.current().pid(), 54999);
        assertThat(file.isOfOtherProgram()).isTrue();
        assertThat(file.mayBeAlive()).isFalse();
    }

    private void write(String text) throws IOException {
        Files.writeString(data.resolve(PostmasterFile.NAME), text);
    }
}

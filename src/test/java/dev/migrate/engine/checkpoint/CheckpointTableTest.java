package dev.migrate.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CheckpointTableTest {

    /** A sentence tells those who may not make the table that the README shows how. */
    @Test
    void the_readme_shows_the_statements_that_make_it() throws IOException {
        String file = CheckpointTable.statements();
        String table = file.substring(0, file.indexOf(';') + 1);
        assertThat(table).startsWith("create table if not exists migrate.checkpoint (");
        assertThat(Files.readString(Path.of("README.md"))).contains("create schema if not exists migrate;\n" + table);
    }
}

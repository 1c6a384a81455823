package dev.migrate.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FenceTest {

    private static final UUID REPOSITORY = UUID.fromString("3f2a9c01-0000-4000-8000-000000000001");

    private final Fence fence = new Fence(REPOSITORY, 12, 7, 3);

    @Test
    void names_the_session_that_writes() {
        assertThat(fence.sessionName()).isEqualTo("migrate 3f2a9c01 12/7/3");
    }

    @Test
    void never_lets_its_number_be_cut_off_the_name() {
        assertThat(new Fence(REPOSITORY, 999_999_999_999_999L, 1_000_000, 999_999_999_999_999L).sessionName())
                .hasSizeLessThanOrEqualTo(63);
        Fence absurd = new Fence(REPOSITORY, Long.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);
        assertThatThrownBy(absurd::sessionName).hasMessageStartingWith("too long for an application_name: migrate");
    }

    @ParameterizedTest
    @CsvSource({
        "migrate 3f2a9c01 12/7/1, true",
        "migrate 3f2a9c01 12/7/2, true",
        "migrate 3f2a9c01 12/7/3, false",
        "migrate 3f2a9c01 12/7/10, false",
        "migrate 3f2a9c01 12/7/, false",
        "migrate 3f2a9c01 12/7/x, false",
        "migrate 3f2a9c01 12/7/-1, false",
        "migrate 3f2a9c01 12/7/99999999999999999999, false",
        "migrate 3f2a9c01 12/77/1, false",
        "migrate 3f2a9c01 1/7/1, false",
        "migrate 3f2a9c02 12/7/1, false",
        "psql, false"
    })
    void tells_its_predecessors_sessions_from_others(String name, boolean overtaken) {
        assertThat(fence.overtook(name)).isEqualTo(overtaken);
    }
}

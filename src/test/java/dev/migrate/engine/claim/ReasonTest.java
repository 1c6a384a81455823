package dev.migrate.engine.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrate.job.UserMistake;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ReasonTest {

    private final SQLException tooLong = new SQLException("value too long");

    @Test
    void is_what_the_innermost_cause_says() {
        assertThat(Reason.of(new IllegalStateException("outer", tooLong))).isEqualTo("value too long");
    }

    @Test
    void is_the_sentence_that_was_made_for_the_user_whatever_caused_it() {
        UserMistake mistake = new UserMistake("row 7 cannot be copied: value too long; put it right", tooLong);
        assertThat(Reason.of(new IllegalStateException("outer", mistake)))
                .isEqualTo("row 7 cannot be copied: value too long; put it right");
    }

    @Test
    void can_be_stored() {
        assertThat(Reason.of(new SQLException("a\0b"))).isEqualTo("a b");
        assertThat(Reason.of(new SQLException("x".repeat(3_000)))).hasSize(2_001);
    }

    @Test
    void tells_what_to_do_where_memory_is_short() {
        assertThat(Reason.of(new IllegalStateException("outer", new OutOfMemoryError("Java heap space"))))
                .contains("MB that Java may use", "Java heap space", "a smaller page-size", "-Xmx1g");
    }
}

package dev.migrate.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    private static final List<String> KNOWN = List.of("database", "databases", "table", "key", "where", "page-size");

    @ParameterizedTest
    @CsvSource({
        "tabel, table",
        "kye, key",
        "keys, key",
        "databse, database",
        "databass, database",
        "WHERE, where",
        "pagesize, page-size",
        "wher, where"
    })
    void tells_the_word_that_was_meant(String typed, String meant) {
        assertThat(Nearest.to(typed, KNOWN)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"url", "foo", "handler", "k", "''"})
    void is_silent_about_words_that_are_far_from_all_known(String typed) {
        assertThat(Nearest.to(typed, KNOWN)).isEmpty();
    }

    @Test
    void takes_the_first_in_the_alphabet_of_several_that_are_as_near() {
        assertThat(Nearest.to("shard0", List.of("shard2", "shard1"))).contains("shard1");
    }
}

package dev.migrate.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.UserMistake;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.unit.DataSize;

class YamlBinderTest {

    enum Repair {
        NONE,
        TARGET_SIDE
    }

    record Recheck(
            @DefaultValue("2") int attempts,
            @DefaultValue("2s") Duration delay) {
        public Recheck {
            if (attempts < 1) {
                throw new IllegalArgumentException("attempts must be at least 1, not " + attempts);
            }
            if (delay.isNegative()) {
                throw new IllegalArgumentException("a recheck cannot wait for less than nothing");
            }
        }
    }

    record Account(@Nullable String username, @Nullable String password) {
        public Account {
            if (password != null && password.length() < 3) {
                throw new IllegalArgumentException("password \"" + password + "\" of " + username + " is too short");
            }
        }
    }

    record Everything(
            @Nullable String text,
            @Nullable Integer count,
            @Nullable Long total,
            boolean loud,
            @Nullable Duration delay,
            @Nullable DataSize memory,
            @DefaultValue("none") Repair repair,
            @Nullable ColumnName column,
            List<ColumnName> columns,
            @DefaultValue({"x", "y"}) List<String> words,
            Map<String, String> rules,
            Map<String, Account> accounts,
            @DefaultValue Recheck recheck) {}

    record Needy(String name, DatabaseName database, Recheck recheck) {}

    record Login(@Nullable String url, @Nullable String name) {
        public static Login of(String text) {
            if (!text.isEmpty()) {
                throw new IllegalArgumentException("write keys, not " + text);
            }
            return new Login(null, null);
        }
    }

    record Explicit(String text, List<String> words) {
        Explicit(@Nullable String text, List<String> words) {
            this.text = text == null ? "left out" : text;
            this.words = List.copyOf(words);
        }
    }

    record Nothing() {}

    @TempDir
    Path directory;

    private final StandardEnvironment environment = new StandardEnvironment();

    @Test
    void gives_what_a_file_leaves_out_its_default() {
        assertThat(bind("{}", Everything.class))
                .isEqualTo(new Everything(
                        null,
                        null,
                        null,
                        false,
                        null,
                        null,
                        Repair.NONE,
                        null,
                        List.of(),
                        List.of("x", "y"),
                        Map.of(),
                        Map.of(),
                        new Recheck(2, Duration.ofSeconds(2))));
    }

    @Test
    void takes_a_key_with_nothing_behind_it_as_left_out() {
        assertThat(bind("text:\ncolumns: ~\nrepair: null\nrules:\nrecheck:\n", Everything.class))
                .isEqualTo(bind("{}", Everything.class));
    }

    @Test
    void reads_values_of_every_kind() {
        Everything read = bind("""
                text: 0123
                count: 1_000
                total: -9223372036854775808
                loud: yes
                delay: 5m
                memory: 64MB
                repair: target-side
                column: '"Odd, Name"'
                columns: [a, "\\"B\\""]
                words: []
                rules: {likeCount: a, like_count: b, like.count: c, LIKECOUNT: d, "1": e}
                accounts: {primary: {}, replica: , my_db: {username: me}}
                recheck: {attempts: 3}
                """, Everything.class);

        assertThat(read.text()).isEqualTo("0123");
        assertThat(read.count()).isEqualTo(1000);
        assertThat(read.total()).isEqualTo(Long.MIN_VALUE);
        assertThat(read.loud()).isTrue();
        assertThat(read.delay()).isEqualTo(Duration.ofMinutes(5));
        assertThat(read.memory()).isEqualTo(DataSize.ofMegabytes(64));
        assertThat(read.repair()).isEqualTo(Repair.TARGET_SIDE);
        assertThat(read.column()).isEqualTo(new ColumnName("Odd, Name"));
        assertThat(read.columns()).containsExactly(new ColumnName("a"), new ColumnName("B"));
        assertThat(read.words()).isEmpty();
        assertThat(read.rules())
                .isEqualTo(Map.of("likeCount", "a", "like_count", "b", "like.count", "c", "LIKECOUNT", "d", "1", "e"));
        assertThat(read.rules().keySet()).startsWith("likeCount", "like_count");
        assertThat(read.accounts())
                .isEqualTo(Map.of(
                        "primary",
                        new Account(null, null),
                        "replica",
                        new Account(null, null),
                        "my_db",
                        new Account("me", null)));
        assertThat(read.recheck()).isEqualTo(new Recheck(3, Duration.ofSeconds(2)));
    }

    @Test
    void asks_the_constructor_what_may_be_left_out() {
        assertThat(bind("{}", Explicit.class)).isEqualTo(new Explicit("left out", List.of()));
    }

    @Test
    void takes_keys_for_a_record_of_several_parts_even_if_it_reads_texts() {
        record Logins(Map<String, Login> logins) {}
        assertThat(bind("logins: {a: {url: b}, c: }", Logins.class).logins())
                .isEqualTo(Map.of("a", new Login("b", null), "c", new Login(null, null)));
        assertRefused(Logins.class, "logins: {a: b}", "x.yml:1: write keys, not b");
    }

    @Test
    void takes_a_single_value_for_a_list_of_one_commas_and_all() {
        assertThat(bind("words: a,b\ncolumns: id", Everything.class))
                .returns(List.of("a,b"), Everything::words)
                .returns(List.of(new ColumnName("id")), Everything::columns);
    }

    @Test
    void takes_the_other_spellings_that_spring_boot_takes() {
        record Spelt(int pageSize, int maxWorkers, int other) {}
        assertThat(bind("pageSize: 1\nmax_workers: 2\nOTHER: 3", Spelt.class)).isEqualTo(new Spelt(1, 2, 3));
    }

    @Test
    void refuses_one_key_in_two_spellings() {
        assertRefused(
                Everything.class,
                "recheck:\n  attempts: 1\n  ATTEMPTS: 2",
                "x.yml:3: \"recheck.ATTEMPTS\" is already there as \"attempts\"");
    }

    @Test
    void takes_dotted_keys() {
        assertThat(bind("recheck.attempts: 7\nrecheck.delay: 1s", Everything.class)
                        .recheck())
                .isEqualTo(new Recheck(7, Duration.ofSeconds(1)));
    }

    @Test
    void merges_keys_of_an_anchor() {
        assertThat(bind("accounts:\n  a: &a {username: u, password: abc}\n  b: {<<: *a, username: v}", Everything.class)
                        .accounts())
                .containsEntry("b", new Account("v", "abc"));
    }

    @Test
    void words_what_a_value_should_be() {
        assertRefused(
                Everything.class,
                """
                count: many
                total: 1.5
                loud: perhaps
                delay: soon
                memory: huge
                repair: both
                column: a b
                columns: [ok, "1x"]
                recheck: {attempts: 99999999999, delay: 2}
                """,
                "x.yml:1: \"count\" must be a whole number up to 2147483647, not \"many\"",
                "x.yml:2: \"total\" must be a whole number, not \"1.5\"",
                "x.yml:3: \"loud\" must be true or false, not \"perhaps\"",
                "x.yml:4: \"delay\" must be a duration such as 2s or 5m, not \"soon\"",
                "x.yml:5: \"memory\" must be a size such as 64MB, not \"huge\"",
                "x.yml:6: \"repair\" must be one of none, target-side, not \"both\"",
                "x.yml:7: \"a b\" is not a name in SQL; put a name with other characters in double quotes",
                "x.yml:8: \"1x\" is not a name in SQL; put a name with other characters in double quotes",
                "x.yml:9: \"recheck.attempts\" must be a whole number up to 2147483647, not \"99999999999\"",
                "x.yml:9: \"recheck.delay\" must be a duration such as 2s or 5m, not \"2\"");
    }

    @Test
    void refuses_empty_texts_where_something_else_is_wanted() {
        assertRefused(
                Everything.class,
                "count: ''\nloud: ''\ndelay: ' '\nrepair: ''\ncolumn: ''",
                "x.yml:1: \"count\" must be a whole number up to 2147483647, not \"\"",
                "x.yml:2: \"loud\" must be true or false, not \"\"",
                "x.yml:3: \"delay\" must be a duration such as 2s or 5m, not \" \"",
                "x.yml:4: \"repair\" must be one of none, target-side, not \"\"",
                "x.yml:5: \"\" is not a name in SQL; put a name with other characters in double quotes");
    }

    @Test
    void shows_the_beginning_of_a_long_value_in_one_line() {
        assertRefused(
                Everything.class,
                "count: |\n  one\n  two\n  " + "x".repeat(100),
                "x.yml:1: \"count\" must be a whole number up to 2147483647, not \"one two " + "x".repeat(52) + "…\"");
    }

    @Test
    void says_what_may_stand_behind_a_key() {
        assertRefused(
                Everything.class,
                """
                text: [a]
                count: {a: 1}
                columns: {a: 1}
                words:
                  - [a]
                  -
                rules: [a]
                accounts:
                  primary: jdbc:postgresql://host
                recheck: 3
                """,
                "x.yml:1: \"text\" takes a single value, not a list",
                "x.yml:2: \"count\" takes a single value, not keys",
                "x.yml:3: \"columns\" takes a list, not keys",
                "x.yml:5: \"words[0]\" takes a single value, not a list",
                "x.yml:6: \"words[1]\" takes a single value, not nothing",
                "x.yml:7: \"rules\" takes keys below it, not a list",
                "x.yml:9: \"accounts.primary\" takes keys below it, not a single value",
                "x.yml:10: \"recheck\" takes keys below it, not a single value");
    }

    @Test
    void tells_what_is_missing_where_it_should_stand() {
        assertRefused(
                Needy.class,
                "\nname:\nrecheck: {attempts: 0}",
                "x.yml:2: \"name\" is empty",
                "x.yml:2: \"database\" is missing",
                "x.yml:3: attempts must be at least 1, not 0");
    }

    @Test
    void makes_a_record_of_keys_that_are_all_left_out() {
        assertThat(bind("name: a\ndatabase: b\nrecheck: {}", Needy.class).recheck())
                .isEqualTo(new Recheck(2, Duration.ofSeconds(2)));
    }

    @Test
    void tells_a_constructors_sentence_at_the_key_it_begins_with_or_else_at_the_record() {
        assertRefused(Everything.class, "recheck:\n\n  attempts: 0", "x.yml:3: attempts must be at least 1, not 0");
        assertRefused(
                Everything.class, "recheck:\n\n  delay: -1s", "x.yml:1: a recheck cannot wait for less than nothing");
    }

    @Test
    void names_the_nearest_key_or_all_of_them() {
        assertRefused(
                Everything.class,
                "tekst: a\nrecheck:\n  atempts: 1\n  unheard-of: 2\naccounts: {x: {passwort: y}}",
                "x.yml:1: there is no key \"tekst\"; did you mean \"text\"?",
                "x.yml:3: there is no key \"recheck.atempts\"; did you mean \"attempts\"?",
                "x.yml:4: there is no key \"recheck.unheard-of\"; known are attempts, delay",
                "x.yml:5: there is no key \"accounts.x.passwort\"; did you mean \"password\"?");
    }

    @Test
    void fills_placeholders() {
        given(Map.of("HOST", "db7", "COUNT", "12"));
        assertThat(bind("text: jdbc://${HOST}/${NAME:ops}\ncount: ${COUNT}\nwords: ['${HOST}']", Everything.class))
                .returns("jdbc://db7/ops", Everything::text)
                .returns(12, Everything::count)
                .returns(List.of("db7"), Everything::words);
    }

    @Test
    void tells_which_placeholder_has_no_value() {
        assertRefused(
                Everything.class,
                "text: a\nwords:\n  - ok\n  - x${MIGRATE_UNSET}y",
                "x.yml:4: ${MIGRATE_UNSET} has no value: set the environment variable MIGRATE_UNSET, or give a default"
                        + " as in ${MIGRATE_UNSET:default}");
    }

    @Test
    void tells_placeholders_that_go_round_in_a_circle() {
        given(Map.of("A", "${B}", "B", "${A}"));
        assertRefused(Everything.class, "text: ${A}", "x.yml:1: ${A} refers to itself");
    }

    @Test
    void never_shows_what_a_placeholder_stands_for() {
        given(Map.of("SECRET", "s3 cret"));
        assertRefused(
                Everything.class,
                "count: ${SECRET}\ncolumn: ${SECRET}\nloud: x${SECRET}\nrepair: ${SECRET}",
                "x.yml:1: \"count\" must be a whole number up to 2147483647; its value is not shown",
                "x.yml:2: \"***\" is not a name in SQL; put a name with other characters in double quotes",
                "x.yml:3: \"loud\" must be true or false; its value is not shown",
                "x.yml:4: \"repair\" must be one of none, target-side; its value is not shown");
    }

    @Test
    void never_shows_a_password_not_even_one_that_a_record_quotes() {
        given(Map.of("SECRET", "%&"));
        assertRefused(
                Everything.class,
                "accounts:\n  a: {password: ab, username: me}\n  b: {password: '${SECRET}', username: you}",
                "x.yml:2: password \"***\" of me is too short",
                "x.yml:3: password \"***\" of you is too short");
    }

    @Test
    void keeps_secrets_out_of_the_causes_too() {
        given(Map.of("SECRET", "s3cret"));
        assertThatThrownBy(() -> bind("count: ${SECRET}", Everything.class)).hasNoCause();
    }

    private void given(Map<String, Object> properties) {
        environment.getPropertySources().addFirst(new MapPropertySource("given", properties));
    }

    private <R extends Record> R bind(String content, Class<R> type) {
        try {
            YamlFile file = YamlFile.read(Files.writeString(directory.resolve("x.yml"), content), "x.yml");
            return new YamlBinder(environment).both(file, type, Nothing.class, (bound, nothing) -> bound);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void assertRefused(Class<? extends Record> type, String content, String... sentences) {
        assertThatThrownBy(() -> bind(content, type))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(mistake.sentences()).containsExactly(sentences));
    }
}

package dev.migrate.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class JobDefinitionsTest {

    record Pair(Source source, Source target, List<ColumnName> exclude) {}

    private static final String SOUND = """
            type: pair
            source: {database: a, table: t}
            target: {database: b, table: u}
            """;

    @TempDir
    Path home;

    @BeforeEach
    void makeConfigDirectory() throws IOException {
        Files.createDirectories(home.resolve("config/jobs"));
        Files.writeString(home.resolve("config/application.yml"), "migrate: {}\n");
    }

    @Test
    void reads_a_job() throws IOException {
        write("check.yml", """
                # two copies
                type: pair
                partitions: 1_000
                source: {database: primary, table: forum.posts, key: '"a,b"', where: "not is_deleted"}
                target:
                  databases: [one, two]
                  table: '"Posts"'
                exclude: [updated_at]
                """);

        JobDefinition<?> job = definitions().load("check");

        assertThat(job.settings())
                .isEqualTo(new Pair(
                        new Source(
                                new DatabaseName("primary"),
                                List.of(),
                                new TableName("forum", "posts"),
                                List.of(new ColumnName("a,b")),
                                "not is_deleted"),
                        new Source(
                                null,
                                List.of(new DatabaseName("one"), new DatabaseName("two")),
                                new TableName(null, "Posts"),
                                List.of(),
                                null),
                        List.of(new ColumnName("updated_at"))));
        assertThat(job.common()).isEqualTo(new CommonSettings("pair", 1000, null, null));
        assertThat(job.hash()).isEqualTo("742bd73745390219101b3d2ff82a2ed19dada8a51b979b9ef0c40ab279161d5d");
    }

    @Test
    void tells_all_mistakes_of_a_file_at_once() throws IOException {
        write("check.yml", """
                type: pair
                partitions: 0
                page-sice: many
                source:
                  database: primary
                  databases: [shard1]
                  table: a b
                target:
                  tabel: posts
                exclude:
                  - ok
                  - {not: ok}
                """);

        assertMistakes(
                "check",
                "config/jobs/check.yml:2: \"partitions\" must be from 1 to 1000000, not 0",
                "config/jobs/check.yml:3: there is no key \"page-sice\"; did you mean \"page-size\"?",
                "config/jobs/check.yml:7: \"a b\" is not a name in SQL; put a name with other characters in double quotes",
                "config/jobs/check.yml:8: \"target.table\" is missing",
                "config/jobs/check.yml:9: there is no key \"target.tabel\"; did you mean \"table\"?",
                "config/jobs/check.yml:12: \"exclude[1]\" takes a single value, not keys");
    }

    @Test
    void lists_the_jobs_whatever_is_in_their_files() throws IOException {
        write("b.yml", "[");
        write("a.yaml", "");
        write(".hidden.yml", "");
        write("notes.txt", "");
        Files.createDirectory(home.resolve("config/jobs/directory.yml"));
        assertThat(definitions().names()).containsExactly("a", "b");
    }

    @Test
    void names_the_job_that_was_meant() throws IOException {
        assertMistakes("check", "there is no job \"check\" in config/jobs; the directory has no jobs yet");
        for (int i = 0; i < 12; i++) {
            write("other%02d.yml".formatted(i), "");
        }
        assertMistakes(
                "check",
                "there is no job \"check\" in config/jobs; there are other00, other01, other02, other03, other04, other05,"
                        + " other06, other07, other08, other09 and 2 more");
        write("consistencyCheck.yml", "");
        assertMistakes(
                "consistencycheck",
                "there is no job \"consistencycheck\" in config/jobs; did you mean \"consistencyCheck\"?");
        assertMistakes(
                "../application",
                "there is no job \"../application\" in config/jobs; there are consistencyCheck, other00, other01,"
                        + " other02, other03, other04, other05, other06, other07, other08 and 3 more");
    }

    @Test
    void names_the_types_there_are() throws IOException {
        write("a.yml", "source: {}\n");
        assertMistakes("a", "config/jobs/a.yml:1: \"type\" is missing; write type: followed by one of pair");
        write("a.yml", "\ntype: pear\n");
        assertMistakes("a", "config/jobs/a.yml:2: there is no job type \"pear\"; known are pair");
        write("a.yml", "type: [pair]\n");
        assertMistakes("a", "config/jobs/a.yml:1: \"type\" is missing; write type: followed by one of pair");
    }

    @Test
    void wants_a_source_and_its_table() throws IOException {
        write("a.yml", "type: pair\nsource:\ntarget: {database: x}\n");
        assertMistakes(
                "a", "config/jobs/a.yml:2: \"source\" is empty", "config/jobs/a.yml:3: \"target.table\" is missing");
    }

    @Test
    void wants_one_database_or_a_list_of_different_ones() throws IOException {
        write("a.yml", """
                type: pair
                source:
                  table: t
                target:
                  table: t
                  database: one
                  databases: [two, three]
                """);
        assertMistakes(
                "a",
                "config/jobs/a.yml:2: \"database\" is missing; name one that application.yml lists",
                "config/jobs/a.yml:7: \"databases\" and \"database\" exclude each other; keep one of them");

        write("a.yml", """
                type: pair
                source: {table: t, databases: [a, b, a]}
                target:
                  table: t
                  database: one
                  key: [id, ID]
                """);
        assertMistakes(
                "a",
                "config/jobs/a.yml:2: \"databases\" names something twice",
                "config/jobs/a.yml:6: \"key\" names something twice");
    }

    @Test
    void bounds_the_common_numbers() throws IOException {
        write("a.yml", SOUND + "partitions: 1000000\npage-size: 10000000\n");
        assertThat(definitions().load("a").common()).isEqualTo(new CommonSettings("pair", 1_000_000, 10_000_000, null));
        write("a.yml", SOUND + "partitions: 1\npage-size: 10000001\n");
        assertMistakes("a", "config/jobs/a.yml:5: \"page-size\" must be from 1 to 10000000, not 10000001");
    }

    @Test
    void takes_nothing_from_the_environment_but_placeholders() throws IOException {
        write("a.yml", SOUND.replace("table: u", "table: '${SOURCE_TABLE}'"));
        Pair pair = (Pair) definitions().load("a").settings();
        assertThat(pair.source().table()).isEqualTo(new TableName(null, "t"));
        assertThat(pair.target().table()).isEqualTo(new TableName(null, "of_the_environment"));
    }

    @Test
    void prepares_a_job_with_the_places_of_its_file() throws IOException {
        write("a.yml", SOUND);
        JobDefinition<?> job = definitions().load("a");
        assertThatThrownBy(() -> job.prepare(Map.of("day", "1")))
                .hasMessage("config/jobs/a.yml:2: prepared with {day=1}");
        assertThat(job.place("target.table")).isEqualTo("config/jobs/a.yml:3");
        assertThat(job.name()).isEqualTo("a");
    }

    @Test
    void gives_a_changed_file_another_hash() throws IOException {
        write("a.yml", SOUND);
        String hash = definitions().load("a").hash();
        write("a.yml", SOUND + "# changed\n");
        assertThat(definitions().load("a").hash()).isNotEqualTo(hash);
    }

    @Test
    void a_throttle_does_not_make_it_another_definition() throws IOException {
        write("a.yml", SOUND);
        String hash = definitions().load("a").hash();

        write("a.yml", "throttle: {rows-per-second: 500}\n" + SOUND);
        assertThat(definitions().load("a").hash()).isEqualTo(hash);
        write("a.yml", SOUND + "throttle:\n  # less by day\n  rows-per-second: 100\n  max-replication-lag: 5s\n");
        assertThat(definitions().load("a").hash()).isEqualTo(hash);
    }

    @Test
    void tells_all_mistakes_of_a_throttle() throws IOException {
        write("a.yml", SOUND + """
                throttle:
                  rows-per-secnd: 5
                  max-replication-lag: 5
                  max-wal-per-second: ${WAL}
                  max-active-sessions: [1]
                  hold-for-locks: perhaps
                """);

        assertThatThrownBy(() -> definitions().load("a"))
                .isInstanceOf(UserMistake.class)
                .hasMessage("""
                        config/jobs/a.yml:5: there is no key "throttle.rows-per-secnd"; did you mean "rows-per-second"?
                        config/jobs/a.yml:6: "max-replication-lag" must be a duration such as 5s or 2m, not "5"
                        config/jobs/a.yml:7: ${WAL} has no value: set the environment variable WAL, or give a default as in ${WAL:default}
                        config/jobs/a.yml:8: "throttle.max-active-sessions" takes a single value, not a list
                        config/jobs/a.yml:9: "throttle.hold-for-locks" must be true or false, not "perhaps"
                        """.strip());
    }

    @Test
    void tells_every_kind_of_damage_in_sentences_of_one_line() throws IOException {
        Random random = new Random(4711);
        String odd = "{}[]:,-&*!|>'\"%@`#? \n\t\0\u00e9$\\<~";
        for (int i = 0; i < 1_000; i++) {
            StringBuilder damaged = new StringBuilder(SOUND + "partitions: 5\nexclude: [a, b]\n");
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(damaged.length());
                int end = Math.min(damaged.length(), at + random.nextInt(3));
                damaged.replace(at, end, String.valueOf(odd.charAt(random.nextInt(odd.length()))));
            }
            write("a.yml", damaged.toString());
            assertSoundOrTold(damaged.toString());
        }
    }

    private void assertSoundOrTold(String content) {
        try {
            assertThat(definitions().load("a").settings()).isInstanceOf(Pair.class);
        } catch (UserMistake mistake) {
            assertThat(mistake.sentences())
                    .as(content)
                    .isNotEmpty()
                    .allSatisfy(sentence -> assertThat(sentence).matches("config/jobs/a\\.yml(:\\d+)*: \\P{Cntrl}+"));
        }
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(home.resolve("config/jobs").resolve(file), content);
    }

    private void assertMistakes(String job, String... sentences) {
        assertThatThrownBy(() -> definitions().load(job))
                .isInstanceOfSatisfying(
                        UserMistake.class,
                        mistake -> assertThat(mistake.sentences()).containsExactly(sentences));
    }

    private JobDefinitions definitions() {
        return new JobDefinitions(new ConfigDirectory(Path.of("config"), home), environment(), List.of(new PairType()));
    }

    private static ConfigurableEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("SOURCE_TABLE", "of_the_environment")));
        return environment;
    }

    private static final class PairType implements JobType<Pair> {

        @Override
        public String name() {
            return "pair";
        }

        @Override
        public Class<Pair> definition() {
            return Pair.class;
        }

        @Override
        public PreparedJob prepare(Pair definition, JobRequest request) {
            throw request.mistake("source.where", "prepared with " + request.parameters());
        }
    }
}

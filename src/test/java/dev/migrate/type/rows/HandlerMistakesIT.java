package dev.migrate.type.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HandlerMistakesIT {

    private static final String HANDLES = "implements RowHandler { public void handle(Row row) {} }";

    private static final String IN_JAR = """
            package com.example;
            public class InJar implements dev.migrate.handler.RowHandler {
                public void handle(dev.migrate.handler.Row row) {}
            }
            """;

    @TempDir
    private static Path config;

    private static RowJobs jobs;

    @BeforeAll
    static void open() {
        jobs = new RowJobs(config);
        jobs.fill("create table posts (id bigint primary key, body text)");
    }

    @AfterAll
    static void close() {
        jobs.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            handlers/Gone.java          | there is no file CONFIG/handlers/Gone.java; name a Java source file in the config directory, or a class
            ../Gone.java                | "../Gone.java" lies outside of the config directory; put it into handlers/ there
            handlers/reindex.py         | "handlers/reindex.py" is neither a Java source file, such as handlers/Reindex.java, nor the name of a class
            com.example.Gone            | there is no class com.example.Gone on the class path or in a jar in handlers/; put its jar there, or name a Java source file such as handlers/Reindex.java
            java.lang.String            | class java.lang.String is no handler: implement dev.migrate.handler.RowHandler, or TransactionalRowHandler to write to the rows' own database
            dev.migrate.handler.RowHandler | class dev.migrate.handler.RowHandler is no handler: implement dev.migrate.handler.RowHandler, or TransactionalRowHandler to write to the rows' own database
            """)
    void a_handler_that_is_not_there_is_told(String handler, String sentence) {
        assertThat(mistakes(RowJobs.job("posts", handler, "{}")))
                .containsExactly("job.yml:3: " + sentence.replace("CONFIG", config.toString()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            public class X {}                                   | no class in handlers/X.java is a handler: implement dev.migrate.handler.RowHandler, or TransactionalRowHandler to write to the rows' own database
            class X HANDLES                                     | class X is not public; make it public
            public abstract class X HANDLES                     | class X is abstract, so that there can be no instance of it
            public class X { public class Y HANDLES }           | class X$Y has no public constructor without parameters; make the class static
            public class X { public static class Y HANDLES public static class Z HANDLES } | handlers/X.java has more than one handler, X$Y and X$Z; let one of them be public, and no other
            public class X extends Y { X() {} } class Y HANDLES | class X has no public constructor without parameters; make it public
            public class X extends Y { public X(int i) {} } class Y HANDLES | class X has no public constructor without parameters; give it one
            public class X implements RowHandler, TransactionalRowHandler { public void handle(Row r) {} public void handle(Row r, org.springframework.jdbc.core.simple.JdbcClient c) {} } | class X is a RowHandler and a TransactionalRowHandler; let it be one of them
            """)
    void a_class_that_cannot_be_a_handler_is_told(String source, String sentence) {
        jobs.write("handlers/X.java", "import dev.migrate.handler.*;\n" + source.replace("HANDLES", HANDLES));
        assertThat(mistakes(RowJobs.job("posts", "handlers/X.java", "{}"))).containsExactly("job.yml:3: " + sentence);
    }

    @Test
    void compile_errors_are_shown_as_the_compiler_shows_them() {
        jobs.write("handlers/Wrong.java", """
                import dev.migrate.handler.*;

                public class Wrong implements RowHandler {
                    public void handle(Row row) {
                        int id = row.getString("id");
                        java.util.List raw = new java.util.ArrayList();
                        raw.add(id)
                    }
                }
                """);
        assertThat(String.join("\n", mistakes(RowJobs.job("posts", "handlers/Wrong.java", "{}"))))
                .isEqualTo(config + """
                        /handlers/Wrong.java:7: error: ';' expected
                                raw.add(id)
                                           ^
                        1 error""");
        jobs.write("handlers/Wrong.java", "public class Wrong { Missing missing; }");
        assertThat(mistakes(RowJobs.job("posts", "handlers/Wrong.java", "{}")).get(0))
                .contains("Wrong.java:1: error: cannot find symbol", "symbol:   class Missing");
    }

    @Test
    void a_source_in_another_encoding_is_told() throws IOException {
        Files.write(config.resolve("handlers/Latin.java"), "// é".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(mistakes(RowJobs.job("posts", "handlers/Latin.java", "{}")))
                .containsExactly(config + "/handlers/Latin.java is not encoded in UTF-8; save it so");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source: {database: shard1, table: posts}                                          | job.yml:1: "handler" is missing; name a Java source file or a class, or a program with command: [...]
            source: {database: shard1, table: posts}\\nhandler: X\\ncommand: [x]                | job.yml:3: "handler" and "command" exclude each other; keep one of them
            source: {database: shard1, table: posts}\\nhandler: X\\ntimeout: 5s                 | job.yml:4: "timeout" goes with command only; remove it
            source: {database: shard1, table: posts}\\nhandler: X\\non-error: {retry: -1}       | job.yml:4: "retry" must be from 0 to 1000, not -1
            source: {database: shard1, table: posts, columns: [id, id]}\\nhandler: X           | job.yml:2: "columns" names something twice
            source: {database: shard1, table: posts, columns: [id, bodi]}\\nhandler: dev.migrate.type.rows.Recorder | job.yml:2: there is no column "bodi" in table "public.posts" in shard1; did you mean "body"?
            """)
    void a_definition_that_will_not_do_is_told(String definition, String sentence) {
        assertThat(mistakes("type: rows\n" + definition.replace("\\n", "\n"))).containsExactly(sentence);
    }

    @Test
    void a_class_may_be_in_a_jar_and_the_files_are_part_of_the_definition() throws IOException {
        String job = RowJobs.job("posts", "com.example.InJar", "{}");
        jar(IN_JAR);
        String hash = jobs.load(job).hash();
        assertThat(jobs.prepare(job).notes())
                .containsExactly(
                        "com.example.InJar is given each row at least once: after a crash or a failure it is given"
                                + " those of the page in hand again");
        jobs.write("handlers/UsesJar.java", "public class UsesJar extends com.example.InJar {}");
        String source = RowJobs.job("posts", "handlers/UsesJar.java", "{}");
        String before = jobs.load(source).hash();
        assertThat(jobs.prepare(source).statements())
                .containsExactly(
                        "-- on shard1\nselect \"id\", \"id\", \"body\" from \"public\".\"posts\" where (\"id\" >"
                                + " ?::bigint and \"id\" <= ?::bigint\n) and (true\n) order by \"public\".\"posts\".\"id\" limit ?");
        jobs.write("handlers/UsesJar.java", "public class UsesJar extends com.example.InJar { }");
        assertThat(jobs.load(source).hash()).isNotEqualTo(before);
        Files.delete(config.resolve("handlers/lib.jar"));
        assertThat(jobs.load(job).hash()).isNotEqualTo(hash);
    }

    @Test
    void whatever_a_handler_does_the_threads_context_finds_what_is_in_the_jars() throws Exception {
        jar(IN_JAR);
        jobs.databases().execute("shard1", "insert into posts values (1, 'a')");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Recorder.record(row -> {});
        jobs.run(jobs.prepare("posts", "dev.migrate.type.rows.Recorder"), 10);
        assertThat(Recorder.LOADERS).hasSize(4).allSatisfy(loader -> loader.loadClass("com.example.InJar"));
        assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(before);
    }

    private static void jar(String source) throws IOException {
        Path written =
                Files.writeString(Files.createDirectories(config.resolve("lib")).resolve("InJar.java"), source);
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-d", config.resolve("lib").toString(), written.toString());
        Path file = Files.createDirectories(config.resolve("handlers")).resolve("lib.jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new JarEntry("com/"));
            jar.putNextEntry(new JarEntry("com/example/"));
            jar.putNextEntry(new JarEntry("com/example/InJar.class"));
            Files.copy(config.resolve("lib/com/example/InJar.class"), jar);
        }
    }

    private static List<String> mistakes(String yaml) {
        return catchThrowableOfType(UserMistake.class, () -> jobs.prepare(yaml)).sentences().stream()
                .map(sentence -> sentence.replaceFirst("^.*/jobs/", ""))
                .toList();
    }
}

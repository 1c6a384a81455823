package dev.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrate.cli.CapturedConsole;
import dev.migrate.cli.CommandLineTool;
import dev.migrate.testing.RawHttp;
import dev.migrate.testing.TestBrowser;
import dev.migrate.testing.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run that takes its time, and the dashboard beside it: what is seen and done in a browser and over HTTP. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DashboardIT {

    private static final String REPOSITORY = TestServer.freshDatabase();
    private static final String HOSTILE = "000000<img src=x onerror=document.title=1>";
    private static final String TOKEN = "not-so-secret";
    private static final String JSON = "Content-Type: application/json";

    @TempDir
    private static Path directory;

    private static final ExecutorService THREADS = Executors.newCachedThreadPool();
    private static final CapturedConsole SERVING = new CapturedConsole();
    private static Future<Integer> run;
    private static RawHttp http;

    @BeforeAll
    static void serve_and_run() throws IOException {
        Files.createDirectory(directory.resolve("jobs"));
        String rows = "select to_char(i, 'FM000000') as id, i as likes from generate_series(1, 60000) i";
        Files.writeString(directory.resolve("application.yml"), """
                migrate:
                  repository: {url: "%s"}
                  databases:
                    primary: {url: "%s"}
                    replica: {url: "%s"}
                  dashboard: {port: 0, token: %s}
                management.server.port: 0
                """.formatted(
                        REPOSITORY,
                        table(rows + " union all select '" + HOSTILE + "', 1"),
                        table(rows + " where i <> 3"),
                        TOKEN));
        Files.writeString(directory.resolve("jobs/drag.yml"), """
                type: compare
                source: {database: primary, table: post}
                target: {database: replica, table: post}
                page-size: 20
                throttle: {rows-per-second: 200}
                """);
        THREADS.execute(() -> tool(SERVING, "serve"));
        http = new RawHttp(await().atMost(Duration.ofMinutes(1)).until(DashboardIT::port, port -> port > 0));
        run = THREADS.submit(
                () -> tool(new CapturedConsole(), "job=drag", "--partitions=100", "--workers=2", "--quiet"));
        patiently().until(() -> http.get("/api/executions/1").status() == 200);
    }

    @AfterAll
    static void leave() {
        THREADS.shutdownNow();
    }

    private static String table(String rows) {
        String url = TestServer.freshDatabase();
        TestServer.execute(url, "create table post as " + rows + "; alter table post add primary key (id)");
        return url;
    }

    private static int tool(CapturedConsole captured, String... words) {
        return new CommandLineTool(MigrateApplication.class, captured.console())
                .run(Stream.concat(Arrays.stream(words), Stream.of("--config=" + directory))
                        .toArray(String[]::new));
    }

    private static int port() {
        Matcher url = Pattern.compile("http://127.0.0.1:(\\d+)/").matcher(SERVING.err());
        return url.find() ? Integer.parseInt(url.group(1)) : 0;
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }

    private static JsonNode status() {
        RawHttp.Answer answer = http.get("/api/executions/1");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.body());
    }

    private static long pages() {
        return repository()
                .sql("select sum(page) from migrate.partition")
                .query(Long.class)
                .single();
    }

    private static JdbcClient repository() {
        return JdbcClient.create(new DriverManagerDataSource(REPOSITORY));
    }

    @Test
    @Order(1)
    void what_was_chosen_as_a_token_is_not_shown() {
        assertThat(SERVING.err()).isEqualToIgnoringNewLines("Dashboard: http://127.0.0.1:" + port() + "/");
        for (String path : new String[] {"/", "/api/executions", "/api/executions/1", "/actuator/prometheus"}) {
            assertThat(http.get(path).body()).doesNotContain(TOKEN, "jdbc:", "password");
        }
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/executions/99999                      | 404 | there is no execution 99999; the newest are 1 (drag)",
                "GET /api/executions/first                      | 404 | there is nothing at this address; begin at /api/executions",
                "GET /api/executions/1/map?cells=many           | 400 | cells must be a whole number from 1 to 1,000",
                "GET /api/executions/1/findings?after=-1        | 400 | after must be the id of the last one that was read, or 0",
                "GET /actuator/env                              | 404 | there is nothing at this address; begin at /api/executions",
                "DELETE /api/executions/1                       | 415 | send JSON, with the header Content-Type: application/json",
                "POST /api/executions/1/pause                   | 415 | send JSON, with the header Content-Type: application/json",
            })
    void what_cannot_be_answered_gets_a_sentence(String request, int status, String sentence) {
        RawHttp.Answer answer = http.send(request);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(JsonMapper.shared().readTree(answer.body()).properties())
                .singleElement()
                .satisfies(only -> assertThat(only.getKey()).isEqualTo("error"))
                .satisfies(only -> assertThat(only.getValue().asString()).isEqualTo(sentence));
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-                              | this needs the token, in the header X-Migrate-Token",
                "X-Migrate-Token: not-so-secre  | that is not the token",
                "Origin: http://evil.example    | a page of another site asked",
                "Origin: null                   | a page of another site asked",
                "Sec-Fetch-Site: cross-site     | a page of another site asked",
                "Sec-Fetch-Site: same-site      | a page of another site asked",
            })
    void nobody_else_steers(String header, String sentence) {
        RawHttp.Answer answer = header == null
                ? http.send("POST /api/executions/1/stop", JSON)
                : http.send("POST /api/executions/1/stop", JSON, header);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains(sentence);
        assertThat(status().get("status").asString()).isEqualTo("STARTED");
    }

    @ParameterizedTest
    @Order(2)
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept: */*               | 400 | the body cannot be read",
                "Content-Length: 99999999  | 413 | the request is too long",
            })
    void a_body_that_is_none_or_endless_is_refused(String header, int status, String sentence) {
        RawHttp.Answer answer = http.send("POST /api/executions/1/throttle", JSON, "X-Migrate-Token: " + TOKEN, header);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.body()).contains(sentence);
    }

    @Test
    @Order(3)
    void pages_that_were_closed_make_room_for_others() {
        for (int page = 0; page < 40; page++) {
            patiently().until(() -> http.begin("/api/executions/1/events").startsWith("HTTP/1.1 200"));
        }
    }

    @Test
    @Order(3)
    void a_name_that_was_made_to_lead_here_reads_nothing() {
        RawHttp.Answer answer = http.as("evil.example", "GET /api/executions");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("does not answer to that host name");
        assertThat(http.as("localhost:80", "GET /api/executions").status()).isEqualTo(200);
    }

    @Test
    @Order(4)
    void a_browser_is_told_to_be_strict() {
        assertThat(http.get("/").head())
                .contains("default-src 'none'; script-src 'self'; style-src 'self'", "frame-ancestors 'none'")
                .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer")
                .doesNotContain("Access-Control-");
    }

    @Test
    @Order(5)
    void metrics_are_by_job_and_health_says_no_more_than_that() {
        assertThat(http.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
        String metrics = http.get("/actuator/prometheus").body();
        assertThat(metrics)
                .contains("migrate_repository_up 1.0", "migrate_runs{job=\"drag\"} 1.0", "jvm_memory_used_bytes")
                .contains("migrate_partitions{job=\"drag\",state=\"waiting\"}")
                .doesNotContain("spring_batch");
    }

    @Test
    @Order(6)
    void a_run_is_watched_and_steered_in_a_browser() throws Exception {
        try (TestBrowser browser = TestBrowser.started()) {
            browser.open(http.url() + "#/executions/1");
            patiently().until(() -> browser.count(".cells .cell"), cells -> cells == 100);
            patiently().until(() -> browser.count(".cells .cell[data-state=findings]"), cells -> cells > 0);
            hostile_keys_are_nothing_but_text(browser);
            pause(browser);
            the_page_shows_the_numbers_of_the_json(browser);
            resume(browser);
            stop(browser);
        }
        assertThat(run.get()).isEqualTo(4);
        CapturedConsole typed = new CapturedConsole();
        tool(typed, "status", "1", "--json");
        assertThat(typed.out().strip()).isEqualTo(http.get("/api/executions/1").body());
    }

    private static void hostile_keys_are_nothing_but_text(TestBrowser browser) {
        patiently().until(() -> browser.text("main"), text -> text.contains(HOSTILE));
        assertThat(browser.count("main img")).isZero();
        assertThat(browser.title()).contains("drag");
    }

    private static void pause(TestBrowser browser) {
        browser.element("[data-verb=pause]").click();
        browser.element("dialog input[name=token]").sendKeys(TOKEN);
        browser.element("dialog button[type=submit]").click();
        patiently().until(() -> browser.text(".title .pill"), "Paused"::equals);
        assertThat(repository()
                        .sql("select pause from migrate.run")
                        .query(Boolean.class)
                        .single())
                .isTrue();
        AtomicLong last = new AtomicLong();
        patiently().during(Duration.ofSeconds(2)).until(() -> {
            long now = pages();
            return last.getAndSet(now) == now;
        });
        assertThat(browser.count(".cells .cell[data-state=held]")).isPositive();
    }

    private static void the_page_shows_the_numbers_of_the_json(TestBrowser browser) {
        JsonNode rows = status().get("rows");
        String read = "%,d".formatted(rows.get("read").asLong());
        patiently().until(() -> browser.text("#rows"), read::equals);
        assertThat(browser.text("#findings")).isEqualTo("2");
        assertThat(browser.text("#partitions"))
                .isEqualTo(status().get("partitions").get("completed").asString());
    }

    private static void resume(TestBrowser browser) {
        long before = pages();
        browser.element("[data-verb=resume]").click();
        patiently().until(DashboardIT::pages, pages -> pages > before);
        patiently().until(() -> browser.text(".title .pill"), "Running"::equals);
    }

    private static void stop(TestBrowser browser) {
        browser.element("[data-verb=stop]").click();
        browser.element("dialog button[type=submit]").click();
        patiently().until(() -> browser.text(".title .pill"), "Stopped"::equals);
        patiently().until(() -> browser.text("#link"), "as it ended"::equals);
        assertThat(browser.text("main")).contains("pause", "resume", "stop", "the dashboard");
    }
}

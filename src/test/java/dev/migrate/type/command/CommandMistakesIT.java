package dev.migrate.type.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandMistakesIT {

    private static final String SOURCE = "source: {database: shop, table: pair}\n";

    @TempDir
    private static Path directory;

    private static Commands commands;

    @BeforeAll
    static void open() throws Exception {
        commands = new Commands(directory);
        commands.engine.databases.execute("shop", "create table pair (a int, b text, primary key (a, b))");
        Files.writeString(commands.file("plain.sh"), "exit\n");
    }

    @AfterAll
    static void close() {
        commands.close();
    }

    @Test
    void says_what_is_wrong_with_the_command() {
        refused("command: []\n", "bad.yml:2", "the command is empty");
        refused(
                "command: [nosuchprogram]\n",
                "bad.yml:2",
                "there is no program \"nosuchprogram\" in the directories of PATH");
        refused("command: [./gone.sh]\n", "bad.yml:2", "there is no program " + commands.file("gone.sh"));
        refused("command: [./plain.sh]\n", "bad.yml:2", "plain.sh is not executable: chmod +x it");
        refused("command: [plain.sh]\n", "bad.yml:2", "or write where it is: ./plain.sh");
        refused("partitions: 3\n", "bad.yml:1", "the command is empty");
        refused("command: [\"true\"]\ntimeout: 0s\n", "\"timeout\" must be longer than nothing");
        refused("command: [\"true\"]\ntimeout: 10\n", "\"timeout\" must be a duration such as 2s or 5m");
    }

    @Test
    void says_what_stands_in_braces_for_nothing() {
        refused(
                "command:\n- \"true\"\n- \"{partitoin}\"\n",
                "bad.yml:4",
                "{partitoin} has no value, did you mean {partition}?");
        refused("command:\n- \"true\"\n- \"{x}\"\n", "bad.yml:4", "add x=VALUE", "{{x}}");
        refused("command:\n- \"true\"\n- \"{from}\"\n", "bad.yml:4", "{from} needs a source");
        refused("command: [\"run-{partition}\"]\n", "bad.yml:2", "the program is the same for every partition");
        refused(SOURCE + "command: [\"true\", \"{to}\"]\n", "bad.yml:2", "the key of \"public.pair\" is (a, b)");
    }

    private static void refused(String yaml, String... words) {
        commands.define("bad", "type: command\n" + yaml);
        assertThatThrownBy(() -> commands.engine.definitions().load("bad").prepare(Map.of()))
                .isInstanceOf(UserMistake.class)
                .hasMessageContainingAll(words);
    }
}

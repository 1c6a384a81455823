package dev.migrate.cli.show;

import dev.migrate.cli.display.Console;
import dev.migrate.cli.display.Words;
import dev.migrate.definition.JobDefinition;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.engine.run.PreparedJobs;
import dev.migrate.job.Finding;
import dev.migrate.job.MendingScript;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.Progress;
import java.io.BufferedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prints SQL that mends the findings of an instance, as its job is defined now and by what is there now. */
public final class ShowScript {

    private static final int BUFFER = 1 << 16;

    private final Explorer explorer;
    private final JobDefinitions definitions;
    private final PreparedJobs prepared;
    private final Console console;

    public ShowScript(Explorer explorer, JobDefinitions definitions, PreparedJobs prepared, Console console) {
        this.explorer = explorer;
        this.definitions = definitions;
        this.prepared = prepared;
        this.console = console;
    }

    /**
     * Prints it to its end, or until nobody reads it any more.
     *
     * @param database the one that is to be mended; null: the only one
     */
    public int show(long execution, @Nullable String database) throws Exception {
        Progress progress = explorer.progress(execution);
        JobDefinition<?> definition = definitions.load(progress.job());
        MendingScript script = prepared.prepare(definition, progress.parameters())
                .script()
                .orElseThrow(() -> new UserMistake(
                        "%s is of type %s, whose findings no SQL can mend by itself; list them with --format=table, json or csv"
                                .formatted(progress.job(), definition.type().name())));
        DatabaseName target = database(script.databases(), database);
        PrintStream out =
                new PrintStream(new BufferedOutputStream(console.out(), BUFFER), false, StandardCharsets.UTF_8);
        print(progress, script, target, line -> out.print(line + "\n"));
        out.flush();
        Words.notAllStored(progress).ifPresent(console.err()::println);
        return 0;
    }

    private void print(Progress progress, MendingScript script, DatabaseName database, Consumer<String> lines)
            throws Exception {
        lines.accept(MendingScript.comment(
                "What execution %d of %s has found.".formatted(progress.execution(), progress.job())));
        MendingScript.Writer writer = script.begin(database, lines);
        Exception[] failure = new Exception[1];
        explorer.findings(progress.instance(), finding -> {
            failure[0] = failure(writer, database, finding);
            return failure[0] == null && !console.out().checkError();
        });
        if (failure[0] != null) {
            throw failure[0];
        }
        writer.end();
    }

    private static @Nullable Exception failure(MendingScript.Writer writer, DatabaseName database, Finding finding) {
        try {
            if (finding.database().equals(database)) {
                writer.take(finding);
            }
            return null;
        } catch (Exception e) {
            return e;
        }
    }

    private static DatabaseName database(Set<DatabaseName> databases, @Nullable String wanted) {
        if (wanted == null && databases.size() == 1) {
            return databases.iterator().next();
        }
        return databases.stream()
                .filter(database -> database.value().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UserMistake("a script is for one database; name it with --database: "
                        + databases.stream().map(DatabaseName::value).collect(Collectors.joining(", "))));
    }
}

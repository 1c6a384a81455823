package dev.migrate.engine.accept;

import dev.migrate.database.Databases;
import dev.migrate.database.ServerFacts;
import dev.migrate.database.ServerMessage;
import dev.migrate.definition.CommonSettings;
import dev.migrate.definition.JobDefinition;
import dev.migrate.definition.JobDefinitions;
import dev.migrate.job.PreparedJob;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.table.page.PageSize;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether this process works for a run: only on the definition that it has in its own config directory, and on the
 * databases that the run was planned on. Thread-safe.
 */
public final class Acceptance {

    private final JobDefinitions definitions;
    private final Preparation preparation;
    private final Databases databases;
    private final String transport;

    /** Holds a definition against the databases as they are. */
    @FunctionalInterface
    public interface Preparation {
        PreparedJob prepare(JobDefinition<?> definition, Map<String, String> parameters);
    }

    /** @param transport by which requests reach this process */
    public Acceptance(JobDefinitions definitions, Preparation preparation, Databases databases, String transport) {
        this.definitions = definitions;
        this.preparation = preparation;
        this.databases = databases;
        this.transport = transport;
    }

    /**
     * Accepts a run.
     *
     * @throws Declined with a sentence that says why not
     */
    AcceptedRun accept(OpenRun run) throws Declined {
        try {
            if (!run.transport().equals(transport)) {
                throw new Declined("it offers its partitions over %s, and this worker takes them over %s"
                        .formatted(run.transport(), transport));
            }
            JobDefinition<?> definition = definition(run);
            for (OpenRun.Need need : run.needs()) {
                demandSame(need);
            }
            PreparedJob job = preparation.prepare(definition, run.parameters());
            CommonSettings common = definition.common();
            return new AcceptedRun(run, job, pageSize(common.pageSize(), job), common.throttle());
        } catch (RuntimeException e) {
            throw new Declined(ServerMessage.of(e));
        }
    }

    private JobDefinition<?> definition(OpenRun run) throws Declined {
        JobDefinition<?> definition = definitions.load(run.job());
        if (!definition.hash().equals(run.definitionHash())) {
            throw new Declined("%s is not the definition that the run was begun with: use the same file everywhere"
                    .formatted(definition.place("")));
        }
        return definition;
    }

    private void demandSame(OpenRun.Need need) throws Declined {
        DatabaseName name = new DatabaseName(need.database());
        if (!databases.names().contains(name)) {
            throw new Declined(
                    "its config directory has no database \"" + name + "\": add it, and start the worker again");
        }
        ServerFacts facts = databases.factsNow(name);
        if (!facts.isSameDatabase(need.systemIdentifier(), need.name())) {
            throw new Declined(
                    "its database \"" + name + "\" is not the one that the run was planned on: put its url right,"
                            + " and start the worker again");
        }
    }

    private static PageSize pageSize(@Nullable Integer rows, PreparedJob job) {
        if (rows != null) {
            return PageSize.fixed(rows);
        }
        return job.isSteady() ? PageSize.steady(job.firstPage()) : PageSize.adaptive(job.firstPage());
    }
}

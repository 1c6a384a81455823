package dev.migrate.type.copy;

import dev.migrate.database.Databases;
import dev.migrate.database.Query;
import dev.migrate.database.ServerMessage;
import dev.migrate.definition.sql.PageSql;
import dev.migrate.job.JobRequest;
import dev.migrate.job.UserMistake;
import dev.migrate.job.key.BoundSql;
import dev.migrate.job.key.ColumnName;
import dev.migrate.job.key.DatabaseName;
import dev.migrate.table.TableShape;
import dev.migrate.table.check.CheckSql;
import dev.migrate.table.check.CheckedTable;
import dev.migrate.type.copy.column.CheckComposites;
import dev.migrate.type.copy.column.ChooseJourneys;
import dev.migrate.type.copy.column.FitColumns;
import dev.migrate.type.copy.page.BetweenServers;
import dev.migrate.type.copy.page.ByStaging;
import dev.migrate.type.copy.page.StraightIn;
import dev.migrate.type.copy.page.Transfer;
import dev.migrate.type.copy.page.WithinServer;
import dev.migrate.type.copy.statement.CopiedColumn;
import dev.migrate.type.copy.statement.CopiedColumn.Travel;
import dev.migrate.type.copy.statement.SourceSql;
import dev.migrate.type.copy.statement.TargetSql;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;
import tools.jackson.databind.JsonNode;

/** Finds the way from a database of the source to the target, and has both servers look at what they will be asked. */
final class PrepareRoute {

    static final String SELECT = "source.select";

    private final Databases databases;
    private final Executor readers;
    private final JobRequest request;
    private final CopyDefinition definition;
    private final PrepareTarget target;
    private final CheckSql checkSql;

    PrepareRoute(
            Databases databases,
            Executor readers,
            JobRequest request,
            CopyDefinition definition,
            PrepareTarget target) {
        this.databases = databases;
        this.readers = readers;
        this.request = request;
        this.definition = definition;
        this.target = target;
        this.checkSql = new CheckSql(databases, request);
    }

    Route from(CheckedTable source, PageSql page) {
        SameDatabase same = new SameDatabase(databases, source.database(), targetDatabase());
        demandTwoTables(source, same);
        BoundSql everything = SourceSql.everything(page);
        // The server, which knows it as a subquery, refuses a select that writes.
        demandLocksNothing(checkSql.explain(source, everything, SELECT, "the select for"));
        List<ColumnName> selected = checkSql.columns(source, everything, SELECT, "the select for");
        List<TableShape.Column> columns = new FitColumns(request, target.table())
                .of(selected, definition.target().columns(), target.facts().required(), target.key());
        try {
            return same.isOneSession() ? within(page, columns) : between(page, columns);
        } catch (SQLException e) {
            throw new UserMistake(
                    request.mistake(SELECT, "the types of the select cannot be found out: " + ServerMessage.of(e))
                            .sentences()
                            .get(0),
                    e);
        }
    }

    private void demandLocksNothing(JsonNode plan) {
        if (plan.findValuesAsString("Node Type").contains("LockRows")) {
            throw request.mistake(
                    SELECT, "the select locks rows, and a copy only reads them; leave out its for update or for share");
        }
    }

    private void demandTwoTables(CheckedTable source, SameDatabase same) {
        if (same.isOneDatabase()
                && source.shape().name().equals(target.table().shape().name())) {
            throw request.mistake(
                    "target.table", "table %s is the source itself; copy into another table".formatted(target.table()));
        }
    }

    private Route within(PageSql page, List<TableShape.Column> columns) {
        List<CopiedColumn> copied = columns.stream()
                .map(column -> new CopiedColumn(column.name(), column.type(), column.type(), Travel.BINARY))
                .toList();
        SourceSql from = new SourceSql(page, copied);
        TargetSql into = into(copied);
        judge(into, from.unbounded());
        return new Route(page, copied, new WithinServer(from, into), true);
    }

    private Route between(PageSql page, List<TableShape.Column> columns) throws SQLException {
        DatabaseName source = page.rows().database();
        BoundSql everything = SourceSql.everything(page);
        new CheckComposites(request, query(source), query(targetDatabase())).of(everything, columns);
        ChooseJourneys.Choice choice =
                new ChooseJourneys(query(source), query(targetDatabase())).of(everything, columns);
        TargetSql into = into(choice.columns());
        judge(into, choice.sample());
        SourceSql from = new SourceSql(page, choice.columns());
        BetweenServers servers = new BetweenServers(() -> databases.dataSource(source), readers);
        return new Route(page, choice.columns(), transfer(servers, from, into), false);
    }

    private Transfer transfer(BetweenServers servers, SourceSql from, TargetSql into) {
        if (into.takesStream() && target.facts().takesStream()) {
            return new StraightIn(servers, from, into);
        }
        if (!target.facts().takesStaging()) {
            throw request.mistake(
                    "target.database",
                    "the rows go into a temporary table first, which the user may not make in %s; grant it temporary on that database"
                            .formatted(targetDatabase()));
        }
        return new ByStaging(servers, from, into);
    }

    private TargetSql into(List<CopiedColumn> columns) {
        return new TargetSql(
                target.table().shape().name(), columns, definition.target().onConflict(), target.key());
    }

    private void judge(TargetSql into, BoundSql rows) {
        checkSql.explain(target.table(), into.insert(rows), SELECT, "to put what the select gives into");
    }

    private DatabaseName targetDatabase() {
        return definition.target().database();
    }

    private Query query(DatabaseName database) {
        return new Query(databases.dataSource(database));
    }
}

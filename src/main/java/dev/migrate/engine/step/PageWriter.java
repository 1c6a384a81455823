package dev.migrate.engine.step;

import dev.migrate.engine.claim.Attempt;
import dev.migrate.engine.claim.Claim;
import dev.migrate.engine.claim.Overtaken;
import dev.migrate.engine.run.StoredKey;
import dev.migrate.job.Finding;
import dev.migrate.job.FindingCounts;
import dev.migrate.job.Ledger;
import dev.migrate.job.PageResult;
import dev.migrate.job.SideRows;
import dev.migrate.table.page.RangeProgress;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Writes a page's counts, findings and rows set aside in the chunk's transaction, under the claim's fence and in the order of the pages. */
public final class PageWriter implements ItemWriter<DonePage> {

    private static final String COUNT_PAGE = """
            update migrate.partition p
            set page = :page, state = case when :last then 'done' else state end,
                worker = case when :last then null else worker end, fruitless = 0, read = read + :read,
                found = found + :found, skipped = skipped + :skipped, failed = failed + :failed,
                written = written + :written, missing = missing + :missing, extra = extra + :extra,
                different = different + :different, broken = broken + :broken, stored = stored + :stored,
                source_rows = case when page = 0 then :source else source_rows + :source end,
                target_rows = case when page = 0 then :target else target_rows + :target end,
                position = :position::jsonb, ending = :ending::jsonb, page_at = clock_timestamp(),
                page_ms = page_ms + :took, slowest_page_ms = greatest(slowest_page_ms, :took)
            where instance_id = :instance and number = :number and fence = :fence and state = 'claimed'
              and page = :page - 1
            returning (select r.stop or not r.running from migrate.run r where r.instance_id = p.instance_id)
            """;

    private final JdbcClient repository;
    private final FindingTable findings;
    private final FailedRowTable failedRows;
    private final Attempt attempt;

    PageWriter(JdbcClient repository, Attempt attempt, FindingTable findings) {
        this.repository = repository;
        this.findings = findings;
        this.failedRows = new FailedRowTable(repository);
        this.attempt = attempt;
    }

    @Override
    public void write(Chunk<? extends DonePage> pages) {
        for (DonePage done : pages) {
            List<Finding> kept = findings.fitting(done.result().findings());
            boolean stopped = countPage(done, kept.size()).orElseThrow(() -> new Overtaken(attempt.claim()));
            findings.insert(kept);
            failedRows.insert(attempt.claim().partition(), done.result().failedRows());
            attempt.pageWritten(done.result(), stopped);
        }
    }

    private Optional<Boolean> countPage(DonePage done, int stored) {
        Claim claim = attempt.claim();
        RangeProgress progress = done.progress();
        StatementSpec update = repository
                .sql(COUNT_PAGE)
                .param("instance", claim.partition().instance())
                .param("number", claim.partition().number())
                .param("fence", claim.fence())
                .param("page", progress.page())
                .param("position", StoredKey.json(progress.position()))
                .param("ending", StoredKey.json(progress.range().upper()))
                .param("stored", stored)
                .param("took", done.took().toMillis())
                .param("last", attempt.isFinished());
        return withCounts(update, done.result()).query(Boolean.class).optional();
    }

    private static StatementSpec withCounts(StatementSpec update, PageResult result) {
        Ledger ledger = result.ledger();
        FindingCounts findings = result.counts();
        SideRows sides = result.sides();
        return update.param("read", ledger.read())
                .param("found", ledger.found())
                .param("skipped", ledger.skipped())
                .param("failed", ledger.failed())
                .param("written", ledger.written())
                .param("source", sides == null ? null : sides.source(), Types.BIGINT)
                .param("target", sides == null ? null : sides.target(), Types.BIGINT)
                .param("missing", findings.missing())
                .param("extra", findings.extra())
                .param("different", findings.different())
                .param("broken", findings.broken());
    }
}

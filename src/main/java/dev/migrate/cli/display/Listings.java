package dev.migrate.cli.display;

import dev.migrate.job.Finding;
import dev.migrate.monitor.row.SetAside;
import java.util.Arrays;
import java.util.List;

/** The lists that there are. */
public final class Listings {

    public static final Listing<Finding> FINDINGS = new Listing<>(
            "%-9s  %-12s  %-20s  %s",
            List.of("KIND", "DATABASE", "KEY", "COLUMNS"),
            finding -> List.of(
                    finding.kind().word(),
                    finding.database().value(),
                    Words.pairs(finding.key()),
                    FindingText.detail(finding, Integer.MAX_VALUE)),
            List.of("database", "key", "kind", "rule", "columns"),
            finding -> Arrays.asList(
                    finding.database().value(),
                    finding.key(),
                    finding.kind().word(),
                    finding.rule(),
                    finding.columns()));

    public static final Listing<SetAside> SET_ASIDE = new Listing<>(
            "%-12s  %-20s  %8s  %s",
            List.of("DATABASE", "KEY", "ATTEMPTS", "ERROR"),
            aside -> List.of(
                    aside.database().value(),
                    Words.pairs(aside.row().key()),
                    Words.number(aside.row().attempts()),
                    aside.row().error()),
            List.of("database", "key", "error", "attempts"),
            aside -> Arrays.asList(
                    aside.database().value(),
                    aside.row().key(),
                    aside.row().error(),
                    aside.row().attempts()));

    private Listings() {}
}

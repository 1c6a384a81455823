package dev.migrate.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrate.job.Finding.Kind;
import dev.migrate.job.key.DatabaseName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void the_first_are_kept_and_all_are_counted() {
        Findings findings = new Findings(2);
        findings.add(finding(1, Kind.MISSING));
        assertThat(findings.isFull()).isFalse();
        findings.add(finding(2, Kind.EXTRA));
        assertThat(findings.isFull()).isTrue();
        findings.add(finding(3, Kind.DIFFERENT));
        findings.count(Kind.BROKEN);

        assertThat(findings.kept()).containsExactly(finding(1, Kind.MISSING), finding(2, Kind.EXTRA));
        assertThat(findings.counts()).isEqualTo(new FindingCounts(1, 1, 1, 1));
        assertThat(findings.counts().total()).isEqualTo(4);
    }

    @Test
    void none_is_kept_where_none_may_be() {
        Findings findings = new Findings(0);
        findings.add(finding(1, Kind.EXTRA));
        assertThat(findings.kept()).isEmpty();
        assertThat(findings.counts()).isEqualTo(new FindingCounts(0, 1, 0, 0));
    }

    @Test
    void a_page_cannot_name_more_than_it_counts() {
        List<Finding> named = List.of(finding(1, Kind.MISSING), finding(2, Kind.MISSING));
        assertThatThrownBy(() -> new PageResult(
                        Ledger.checked(2, 2), new FindingCounts(1, 5, 0, 0), named, List.of(), 2, null, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Finding finding(long id, Kind kind) {
        return new Finding(new DatabaseName("replica"), Map.of("id", id), kind, null, Map.of());
    }
}

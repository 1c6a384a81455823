package dev.migrate.engine.manager;

import dev.migrate.engine.instance.Management;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes every five seconds how much of a run is done, for people to see how fast it goes, and thins out what is old: what is
 * kept of a week is about a thousand readings. It adds up all partitions, so where there are very many it does so less often:
 * once a minute, or so that it takes no more than a hundredth of the time. A later manager's epoch makes it write nothing, and no failure of it harms
 * the run. Used by one thread.
 */
final class Course {

    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration THIN_EVERY = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int SHARE = 100;

    private static final String NOTE = """
            insert into migrate.reading (instance_id, rows, partitions)
            select instance_id, coalesce(sum(read), 0), count(*) filter (where state = 'done')
            from migrate.partition
            where instance_id = (select instance_id from migrate.run where instance_id = :instance and epoch = :epoch)
            group by instance_id
            on conflict do nothing
            """;

    // Of what is older than ten minutes one a minute is kept, of what is older than ten hours one each half hour.
    private static final String THIN_OUT = """
            delete from migrate.reading
            where instance_id = (select instance_id from migrate.run where instance_id = :instance and epoch = :epoch)
              and at < clock_timestamp() - interval '10 min' and at not in (
                select min(at) from migrate.reading where instance_id = :instance
                group by date_bin(case when at < clock_timestamp() - interval '10 h' then interval '30 min'
                                  else interval '1 min' end, at, timestamptz 'epoch'))
            """;

    // Nothing is counted any more once nobody may claim and nobody has a claim.
    private static final String ADD_UP = """
            update migrate.run r set rows = total.rows, findings = total.findings, failed_rows = total.failed_rows
            from (
                select coalesce(sum(read), 0) as rows,
                       coalesce(sum(missing + extra + different + broken), 0) as findings,
                       coalesce(sum(failed), 0) as failed_rows,
                       coalesce(bool_or(state = 'claimed'), false) as at_work
                from migrate.partition where instance_id = :instance
            ) total
            where r.instance_id = :instance and r.epoch = :epoch and not r.running and not total.at_work
            """;

    private static final Logger LOG = LoggerFactory.getLogger(Course.class);

    private final JdbcClient repository;
    private final Management management;
    private final Clock clock;
    private @Nullable Instant noted;
    private Duration every = EVERY;
    private @Nullable Instant thinned;

    Course(JdbcClient repository, Management management, Clock clock) {
        this.repository = repository;
        this.management = management;
        this.clock = clock;
    }

    /** Notes how much is done, if it is time to. */
    void note() {
        Instant now = clock.instant();
        if (isDue(noted, every, now)) {
            noted = now;
            every = write(NOTE) ? pause(Duration.between(now, clock.instant())) : EVERY;
        }
        if (isDue(thinned, THIN_EVERY, now)) {
            thinned = now;
            write(THIN_OUT);
        }
    }

    /** Notes what is done in the end, and adds it up, once nobody may claim any more. */
    void end() {
        write(NOTE);
        write(ADD_UP);
    }

    private static boolean isDue(@Nullable Instant last, Duration every, Instant now) {
        return last == null || !now.isBefore(last.plus(every));
    }

    private static Duration pause(Duration took) {
        Duration fair = took.multipliedBy(SHARE);
        return fair.compareTo(EVERY) < 0 ? EVERY : fair.compareTo(LONGEST) > 0 ? LONGEST : fair;
    }

    private boolean write(String sql) {
        try {
            repository
                    .sql(sql)
                    .param("instance", management.instance())
                    .param("epoch", management.epoch())
                    .update();
            return true;
        } catch (RuntimeException e) {
            LOG.debug("How much is done was not noted", e);
            return false;
        }
    }
}

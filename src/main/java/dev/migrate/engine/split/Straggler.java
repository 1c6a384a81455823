package dev.migrate.engine.split;

import dev.migrate.engine.accept.FreeHands;
import dev.migrate.engine.claim.Claim;
import dev.migrate.job.key.KeyValue;
import dev.migrate.table.page.KeysetPagingReader;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A partition in hand, which gives away what it has not read when others have nothing to do. Used by one thread, that of its
 * owner, between two pages.
 */
public final class Straggler {

    private static final Logger LOG = LoggerFactory.getLogger(Straggler.class);
    private static final Duration WORTH_SHARING = Duration.ofSeconds(2);

    private final SplitTable table;
    private final Claim claim;
    private final KeysetPagingReader reader;
    private final Supplier<FreeHands> hands;
    private long looked;

    /** @param hands as they are now */
    public Straggler(SplitTable table, Claim claim, KeysetPagingReader reader, Supplier<FreeHands> hands) {
        this.table = table;
        this.claim = claim;
        this.reader = reader;
        this.hands = hands;
    }

    /**
     * Splits off what others may as well do, if it is worth it; considers that once for each look at what others do. After an
     * exception no page of the claim may be done any more: the repository may have taken what it did not confirm.
     */
    public void share() throws InterruptedException {
        FreeHands free = hands.get();
        long look = free.look();
        if (look == 0 || look == looked) {
            return;
        }
        looked = look;
        Optional<KeyValue> cut = cut();
        if (cut.isPresent()) {
            free.taken();
            split(cut.get());
        }
    }

    /** Nothing is wrong with the partition where a database does not tell, or not soon. */
    private Optional<KeyValue> cut() throws InterruptedException {
        try {
            return reader.middle(WORTH_SHARING);
        } catch (SQLException e) {
            LOG.debug("Partition {} stays whole for now", claim.partition().number(), e);
            return Optional.empty();
        }
    }

    private void split(KeyValue cut) {
        table.split(claim, reader.progress(), cut).ifPresent(number -> {
            reader.endAt(cut);
            LOG.debug(
                    "What lies above {} of partition {} is partition {}",
                    cut,
                    claim.partition().number(),
                    number);
        });
    }
}

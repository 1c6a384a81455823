package dev.migrate.type.compare.hash;

import dev.migrate.job.key.DatabaseName;
import java.sql.SQLException;
import java.util.Collection;

/** Chooses how the rows of some databases are hashed, so that equal rows have equal hashes in all of them. */
@FunctionalInterface
public interface ChooseHash {

    HashChoice among(Collection<DatabaseName> databases) throws SQLException;
}

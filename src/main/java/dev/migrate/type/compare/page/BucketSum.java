package dev.migrate.type.compare.page;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How many rows there are, and the sum of their hashes. */
record BucketSum(long rows, BigInteger sum) {

    static final BucketSum NONE = new BucketSum(0, BigInteger.ZERO);

    /** @param at the column with the count; the next one has the sum as text */
    static BucketSum read(ResultSet row, int at) throws SQLException {
        return new BucketSum(row.getLong(at), new BigInteger(row.getString(at + 1)));
    }

    BucketSum plus(BucketSum other) {
        return new BucketSum(rows + other.rows, sum.add(other.sum));
    }
}

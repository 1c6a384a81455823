package dev.migrate.type.compare.page;

/** How many rows a bucket has, and the sum of their hashes. */
record BucketSum(long rows, String sum) {}

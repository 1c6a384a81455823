package dev.migrate.database;

/**
 * What a server says of itself.
 *
 * @param version as {@code server_version_num}: 180006 is 18.6
 * @param systemIdentifier of the cluster, as {@code pg_control_system()} gives it
 * @param database the database's own name there
 */
public record ServerFacts(int version, String systemIdentifier, String database) {

    /** Whether the server is of this major version or newer. */
    public boolean isAtLeast(int major) {
        return version >= major * 10_000;
    }

    /** Whether this is the database of that name on the cluster of that identity, wherever it runs now. */
    public boolean isSameDatabase(String system, String name) {
        return systemIdentifier.equals(system) && database.equals(name);
    }
}

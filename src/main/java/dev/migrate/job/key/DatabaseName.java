package dev.migrate.job.key;

/** The name under which {@code config/application.yml} lists a database. */
public record DatabaseName(String value) implements Comparable<DatabaseName> {

    public DatabaseName {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a database needs a name");
        }
    }

    @Override
    public int compareTo(DatabaseName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

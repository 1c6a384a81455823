package dev.migrate.database.settings;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Reads JDBC URLs, which may carry a password: only host, port and database of one are ever shown. */
public final class ServerUrl {

    private static final String PREFIX = "jdbc:postgresql:";
    private static final Pattern FORM = Pattern.compile("(//[^/?@]*/)?[^/?@]*(\\?.*)?");

    private static final int DEFAULT_PORT = 5432;

    private ServerUrl() {}

    /**
     * Checks the url of settings, and that nothing is there that only goes with one.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    static void check(@Nullable String url, @Nullable String username, @Nullable String password) {
        if (url != null) {
            check(url);
        } else if (username != null || password != null) {
            throw new IllegalArgumentException(
                    "username and password go with a url: add the url, or leave them out for the"
                            + " embedded PostgreSQL");
        }
    }

    private static void check(String url) {
        if (!url.startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "url must begin with " + PREFIX + ", as in jdbc:postgresql://localhost:5432/app");
        }
        // the driver would log what it cannot read, password and all
        if (!FORM.matcher(url.substring(PREFIX.length())).matches()) {
            throw malformed();
        }
        parts(url);
    }

    /** Like {@code db0:5432/ops}. */
    public static String describe(@Nullable String url) {
        return url == null ? "embedded" : server(url) + "/" + parts(url).getDatabaseName();
    }

    /** Like {@code db0:5432}; several are separated by commas. */
    public static String server(String url) {
        PGSimpleDataSource parts = parts(url);
        String[] hosts = parts.getServerNames();
        int[] ports = parts.getPortNumbers();
        return IntStream.range(0, hosts.length)
                .mapToObj(i -> hosts[i] + ":" + (ports[i] == 0 ? DEFAULT_PORT : ports[i]))
                .collect(Collectors.joining(","));
    }

    private static PGSimpleDataSource parts(String url) {
        try {
            PGSimpleDataSource parts = new PGSimpleDataSource();
            parts.setUrl(url);
            return parts;
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("url must have the form jdbc:postgresql://HOST:PORT/DATABASE; user name and"
                + " password go under username and password");
    }
}

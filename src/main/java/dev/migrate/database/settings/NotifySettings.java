package dev.migrate.database.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told when a run ends or needs somebody: {@code migrate.notify}. The address is a secret: nothing shows it.
 *
 * @param url an HTTP address to which JSON is posted
 * @param timeout how long it may take to answer
 */
public record NotifySettings(String url, Duration timeout) {

    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int GREATEST_PORT = 65_535;

    public NotifySettings(String url, @Nullable Duration timeout) {
        this.url = url;
        this.timeout = timeout == null ? TIMEOUT : timeout;
        address();
        if (this.timeout.isNegative() || this.timeout.isZero() || this.timeout.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("timeout must be more than nothing and at most a minute, as in 5s");
        }
    }

    /** Where to post. */
    public URI address() {
        try {
            URI address = new URI(url);
            if (SCHEMES.contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getPort() <= GREATEST_PORT
                    && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException e) {
            // told below, without the text that it repeats
        }
        throw new IllegalArgumentException("url must have the form https://HOST/PATH, without a user or a password");
    }

    @Override
    public String toString() {
        return "NotifySettings[timeout=" + timeout + "]";
    }
}

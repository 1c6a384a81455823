package dev.migrate.web.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the dashboard listens.
 *
 * @param name as it was set
 */
public record Address(String name, InetAddress resolved) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /** The address of a host name or of an IP address in text. */
    public static Address of(String name) throws UnknownHostException {
        return new Address(name, InetAddress.getByName(name));
    }

    /** Whether only this machine reaches it. */
    public boolean isPrivate() {
        return resolved.isLoopbackAddress();
    }

    /** As it stands in a URL. */
    public String inUrl() {
        String host = resolved.isAnyLocalAddress() ? "localhost" : name;
        return host.indexOf(':') < 0 || host.startsWith("[") ? host : "[" + host + "]";
    }

    /**
     * Whether a request may call the server so. Of a server that only this machine reaches, a foreign name is that of a site
     * whose name was made to lead here; one that others reach may have any name, and lets nobody read without the token.
     */
    boolean answersTo(@Nullable String host) {
        if (host == null) {
            return false;
        }
        String bare = host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
        return !isPrivate() || THIS_MACHINE.contains(bare) || bare.equals(inUrl().toLowerCase(Locale.ROOT));
    }
}

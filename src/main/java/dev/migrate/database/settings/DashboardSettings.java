package dev.migrate.database.settings;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the dashboard is served, and to whom: {@code migrate.dashboard}.
 *
 * @param address a host name or IP address of this machine
 * @param port 0: any that is free
 * @param token that steering needs; null: one is made up at each start
 */
public record DashboardSettings(
        @DefaultValue(HERE) String address,
        @DefaultValue("8080") int port,
        @Nullable String token) {

    private static final String HERE = "127.0.0.1";
    private static final int USUAL_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    /** For who says nothing about it: this machine only. */
    public static final DashboardSettings DEFAULT = new DashboardSettings(HERE, USUAL_PORT, null);

    public DashboardSettings {
        if (address.isBlank()) {
            throw new IllegalArgumentException("address is empty: leave it out for 127.0.0.1");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "port must be from 0 to 65535, not " + port + ": leave it out for 8080, 0 is any that is free");
        }
        if (token != null && !token.matches("[\\x21-\\x7e]{8,200}")) {
            throw new IllegalArgumentException(
                    "token must have 8 to 200 letters, digits or other signs of ASCII, without"
                            + " blanks: leave it out to have one made up");
        }
    }

    @Override
    public String toString() {
        return "DashboardSettings[address=" + address + ", port=" + port + "]";
    }
}

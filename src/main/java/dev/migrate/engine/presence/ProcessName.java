package dev.migrate.engine.presence;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a process runs, for people to find it. */
public record ProcessName(String host, long pid) {

    /** This very process. */
    public static ProcessName here() {
        return new ProcessName(hostName(), ProcessHandle.current().pid());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }

    /** {@code pid 4711 on db-tools-1}. */
    @Override
    public String toString() {
        return "pid " + pid + " on " + host;
    }
}

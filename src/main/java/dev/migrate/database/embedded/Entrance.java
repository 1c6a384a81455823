package dev.migrate.database.embedded;

import dev.migrate.job.Pause;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Finds the server running, or starts it. Whoever calls holds the {@link HomeLock}. */
final class Entrance {

    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final int ATTEMPTS = 1200;

    private final Home home;
    private final Pause pause;

    Entrance(Home home, Pause pause) {
        this.home = home;
        this.pause = pause;
    }

    /** A server may be there and yet not answer: while it recovers from a crash, or still stops. */
    Guest enter() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<Guest> guest = greet(running());
            if (guest.isPresent()) {
                return guest.get();
            }
            pause.sleep(INTERVAL);
        }
        throw Trouble.silent(home, running().process());
    }

    private PostmasterFile running() throws IOException, InterruptedException {
        Optional<PostmasterFile> found = PostmasterFile.in(home.data()).filter(PostmasterFile::mayBeAlive);
        if (found.isPresent()) {
            return found.get();
        }
        new Cluster(home).start();
        return PostmasterFile.in(home.data()).orElseThrow(() -> Trouble.vanished(home));
    }

    private Optional<Guest> greet(PostmasterFile server) throws IOException {
        Access access = new Access(server.port(), new PasswordFile(home).read());
        try {
            return Optional.of(new Guest(access, Presence.on(access)));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}

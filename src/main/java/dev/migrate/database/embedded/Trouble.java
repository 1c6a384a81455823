package dev.migrate.database.embedded;

import dev.migrate.job.UserMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sentences about a server that cannot be had. */
final class Trouble {

    private static final String REMEDY = "or name a server of yours under migrate.repository.url in application.yml";
    private static final int LINES_SHOWN = 3;

    private Trouble() {}

    /** Something went wrong with the files in the home directory. */
    static UserMistake withFiles(Home home, IOException e) {
        return new UserMistake(
                "the embedded PostgreSQL cannot keep its data in " + home.directory() + " (" + reason(e)
                        + "): make the directory writable, with some 200 MB of space, " + REMEDY,
                e);
    }

    static UserMistake notBroughtAlong(String system, @Nullable Throwable cause) {
        String sentence = "this release brings no PostgreSQL for " + system
                + ": name a server of yours under migrate.repository.url in application.yml";
        return cause == null ? new UserMistake(sentence) : new UserMistake(sentence, cause);
    }

    static UserMistake asRoot() {
        return new UserMistake("PostgreSQL refuses to run as root, and this machine lets root make no user namespace"
                + " (unshare -U): run migrate as an ordinary user, " + REMEDY);
    }

    static UserMistake otherVersion(Home home, String found, String brought) {
        return new UserMistake("the data in " + home.data() + " were made by PostgreSQL " + found
                + ", and this release brings " + brought + ": use the release that made them, or move "
                + home.directory()
                + " away to begin anew");
    }

    static UserMistake noPassword(Home home) {
        return new UserMistake("the password of the embedded PostgreSQL is gone: put back the file " + home.password()
                + ", or move " + home.directory() + " away to begin anew");
    }

    static UserMistake busy(Home home) {
        return new UserMistake("another process has been starting or stopping the embedded PostgreSQL in "
                + home.directory() + " for two minutes: end that process, then try again");
    }

    /** A program ended badly; {@code output} is what it said. */
    static UserMistake failed(Home home, String program, List<String> output) {
        return new UserMistake("the embedded PostgreSQL in " + home.directory() + " does not work: " + program
                + " said \"" + last(output) + "\"" + endOfLog(home) + "; put that right, " + REMEDY);
    }

    /** The server does not answer although its process is there. */
    static UserMistake silent(Home home, long process) {
        return new UserMistake("the embedded PostgreSQL in " + home.directory() + ", process " + process
                + ", has not answered for two minutes" + endOfLog(home) + ": end that process, or"
                + " delete " + home.data().resolve(PostmasterFile.NAME) + " if it is none of PostgreSQL's");
    }

    /** The server ended as soon as it had started. */
    static UserMistake vanished(Home home) {
        return new UserMistake("the embedded PostgreSQL in " + home.directory()
                + " ended as soon as it had started" + endOfLog(home) + ": put that right, "
                + REMEDY);
    }

    private static String endOfLog(Home home) {
        try {
            return ", and its log ends with \"" + last(Files.readAllLines(home.log(), StandardCharsets.UTF_8)) + "\"";
        } catch (IOException e) {
            return "";
        }
    }

    private static String last(List<String> lines) {
        List<String> told = lines.stream().filter(line -> !line.isBlank()).toList();
        return String.join(" / ", told.subList(Math.max(0, told.size() - LINES_SHOWN), told.size()));
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException denied) {
            return "permission denied: " + denied.getFile();
        }
        if (e instanceof FileSystemException failure && failure.getReason() != null) {
            return failure.getReason();
        }
        return String.valueOf(e.getMessage());
    }
}

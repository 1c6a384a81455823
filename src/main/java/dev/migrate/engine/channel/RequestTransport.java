package dev.migrate.engine.channel;

/** One way in which managers' step execution requests reach workers. Thread-safe. */
public interface RequestTransport {

    /** The word for it in the settings and on the command line. */
    String name();

    /** The manager's end, for one job instance. */
    Offers offers(long instance);

    /** A worker's end. */
    Intake intake(int threads, RequestHandler handler);
}

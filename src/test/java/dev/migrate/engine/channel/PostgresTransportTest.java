package dev.migrate.engine.channel;

/** Workers that look for themselves. */
class PostgresTransportTest extends SharedTransportContract {

    private final RequestTransport transport = new PostgresTransport();

    @Override
    protected RequestTransport transport() {
        return transport;
    }
}

package dev.migrate.engine.channel;

/**
 * Requests cannot be sent for now. It passes by itself, so it is to be tried again; the message is a sentence that says where
 * and why, and names no credentials.
 */
public final class ChannelAway extends RuntimeException {

    public ChannelAway(String sentence) {
        super(sentence);
    }

    public ChannelAway(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

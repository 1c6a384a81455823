package dev.migrate.type.copy.page;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.postgresql.copy.CopyIn;

/** Bytes on their way from the thread that reads them to the one that writes them, a few blocks at most. */
final class Blocks extends OutputStream {

    private static final int BLOCK = 128 * 1024;
    private static final int MOST_WAITING = 4;

    private static final Block NOTHING_YET = new Block(new byte[0], 0, false);
    private static final Block LAST = new Block(new byte[0], 0, true);

    /** Some of the bytes. */
    static final class Block {

        private final byte[] bytes;
        private final int length;
        private final boolean last;

        private Block(byte[] bytes, int length, boolean last) {
            this.bytes = bytes;
            this.length = length;
            this.last = last;
        }

        /** Whether there will be no more, for whatever reason. */
        boolean isLast() {
            return last;
        }

        void writeTo(CopyIn copy) throws SQLException {
            copy.writeToCopy(bytes, 0, length);
            if (length == 0) {
                copy.flushCopy();
            }
        }
    }

    private final BlockingQueue<Block> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private volatile boolean abandoned;
    private byte[] filling = new byte[BLOCK];
    private int filled;

    /** The next block; an empty one if there is none within a second. */
    Block next() throws InterruptedException {
        Block block = waiting.poll(1, TimeUnit.SECONDS);
        return block == null ? NOTHING_YET : block;
    }

    /** From now on whoever writes fails. */
    void abandon() {
        abandoned = true;
        waiting.clear();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int written = 0;
        while (written < length) {
            int part = Math.min(length - written, BLOCK - filled);
            System.arraycopy(bytes, offset + written, filling, filled, part);
            filled += part;
            written += part;
            if (filled == BLOCK) {
                flush();
            }
        }
    }

    @Override
    public void flush() throws IOException {
        if (filled > 0) {
            put(new Block(filling, filled, false));
            filling = new byte[BLOCK];
            filled = 0;
        }
    }

    /** Tells that there will be no more. What has not been flushed is dropped. */
    @Override
    public void close() throws IOException {
        put(LAST);
    }

    private void put(Block block) throws IOException {
        try {
            while (!abandoned) {
                if (waiting.offer(block, 1, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the target was taking its time");
        }
        throw new IOException("the target takes no more");
    }
}

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Reads two columns of the table post in keyset pages on two threads, half of the keys each; prints the seconds. */
public final class ReadPages {

    private static final int PAGE = 10_000;

    public static void main(String[] arguments) throws Exception {
        String url = arguments[0] + "&prepareThreshold=-1";
        long rows = Long.parseLong(arguments[1]);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Callable<Long>> halves = List.of(() -> read(url, 0, rows / 2), () -> read(url, rows / 2, rows));
        long begin = System.nanoTime();
        long read = 0;
        for (var half : threads.invokeAll(halves)) {
            read += half.get();
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        threads.shutdown();
        if (read != rows) {
            throw new IllegalStateException("read " + read + " of " + rows);
        }
        System.out.println(seconds);
    }

    private static long read(String url, long lower, long upper) throws Exception {
        String sql = "select id, title from post where id > ? and id <= ? order by id limit " + PAGE;
        long read = 0;
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement page = connection.prepareStatement(sql)) {
            for (long last = lower, before = -1; last != before; ) {
                before = last;
                page.setLong(1, last);
                page.setLong(2, upper);
                try (ResultSet rows = page.executeQuery()) {
                    for (; rows.next(); read++) {
                        last = rows.getLong(1);
                        rows.getString(2);
                    }
                }
            }
        }
        return read;
    }
}

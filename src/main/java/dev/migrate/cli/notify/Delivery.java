package dev.migrate.cli.notify;

import dev.migrate.job.Pause;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Posts JSON to an address, again after a while where that may help: what was delivered unheard is delivered twice. Says nothing
 * of the address, which is a secret. Thread-safe.
 */
final class Delivery {

    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int TOO_MANY_REQUESTS = 429;

    /**
     * What came of an attempt.
     *
     * @param trouble why it was in vain; empty if it was not
     * @param passing whether another one may do better
     */
    private record Attempt(Optional<String> trouble, boolean passing) {

        static Attempt inVain(String trouble, boolean passing) {
            return new Attempt(Optional.of(trouble), passing);
        }
    }

    private final HttpClient client;
    private final URI address;
    private final Duration timeout;
    private final Pause pause;

    /** @param timeout how long an attempt may take to connect, and again to be answered */
    Delivery(URI address, Duration timeout, Pause pause) {
        // Without an upgrade to HTTP/2, which plain servers stumble over.
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeout)
                .build();
        this.address = address;
        this.timeout = timeout;
        this.pause = pause;
    }

    /** How long it takes at most, all attempts together. */
    Duration longest() {
        return timeout.multipliedBy(ATTEMPTS).plus(BETWEEN.multipliedBy(ATTEMPTS - 1L));
    }

    /** Delivers, or returns why not. */
    Optional<String> deliver(String json) throws InterruptedException {
        Attempt attempt = attempt(json);
        for (int i = 1; i < ATTEMPTS && attempt.passing(); i++) {
            pause.sleep(BETWEEN);
            attempt = attempt(json);
        }
        return attempt.trouble();
    }

    private Attempt attempt(String json) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        try {
            return answered(client.send(request, BodyHandlers.ofInputStream()));
        } catch (HttpTimeoutException e) {
            return Attempt.inVain("it did not answer in time", true);
        } catch (ConnectException e) {
            return Attempt.inVain("there is no connection to it", true);
        } catch (SSLException e) {
            return Attempt.inVain("no secure connection to it can be made", false);
        } catch (IOException e) {
            return Attempt.inVain("the connection to it broke off", true);
        }
    }

    private static Attempt answered(HttpResponse<InputStream> response) throws IOException {
        // What else it says is left unread: it might never end.
        response.body().close();
        int status = response.statusCode();
        return switch (status / 100) {
            case 2 -> new Attempt(Optional.empty(), false);
            case 3 -> Attempt.inVain("it answered " + status + ", a redirect: set it to where that leads", false);
            default -> Attempt.inVain("it answered " + status, status >= 500 || status == TOO_MANY_REQUESTS);
        };
    }
}

package dev.migrate.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Decides whether a request is answered. Thread-safe. */
final class Rules {

    static final String TOKEN = "X-Migrate-Token";
    private static final String BEARER = "Bearer ";
    private static final int LONGEST_BODY = 16_384;
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

    private final Address address;
    private final Token token;

    Rules(Address address, Token token) {
        this.address = address;
        this.token = token;
    }

    /** Why not; empty if it is. */
    Optional<Refusal> refuse(HttpServletRequest request) {
        if (!address.answersTo(request.getHeader("Host"))) {
            return forbidden("this server does not answer to that host name; open it as " + address.inUrl());
        }
        if (isPage(request)) {
            return Optional.empty();
        }
        if (comesFromElsewhere(request)) {
            return forbidden("a page of another site asked, and only the dashboard's own page may");
        }
        return reads(request) ? refuseReading(request) : refuseSteering(request);
    }

    private Optional<Refusal> refuseReading(HttpServletRequest request) {
        return address.isPrivate() || request.getRequestURI().equals("/actuator/health")
                ? Optional.empty()
                : refuseWithoutToken(request);
    }

    private Optional<Refusal> refuseSteering(HttpServletRequest request) {
        if (!isJson(request.getContentType())) {
            return Optional.of(new Refusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "send JSON, with the header Content-Type: application/json"));
        }
        return refuseWithoutToken(request).or(() -> refuseLength(request));
    }

    private static Optional<Refusal> refuseLength(HttpServletRequest request) {
        if (request.getHeader("Transfer-Encoding") != null) {
            return Optional.of(new Refusal(
                    HttpStatus.LENGTH_REQUIRED, "send the body in one piece, with the header Content-Length"));
        }
        return request.getContentLengthLong() <= LONGEST_BODY
                ? Optional.empty()
                : Optional.of(new Refusal(HttpStatus.CONTENT_TOO_LARGE, "the request is too long"));
    }

    private Optional<Refusal> refuseWithoutToken(HttpServletRequest request) {
        String given = given(request);
        if (given == null) {
            return forbidden("this needs the token, in the header " + TOKEN
                    + "; it is migrate.dashboard.token, or was printed when this server started");
        }
        return token.is(given)
                ? Optional.empty()
                : forbidden("that is not the token; it is migrate.dashboard.token, or was printed when this server"
                        + " started");
    }

    private static @Nullable String given(HttpServletRequest request) {
        String given = request.getHeader(TOKEN);
        String authorization = request.getHeader("Authorization");
        return given == null && authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : given;
    }

    /** Whether it is for the page itself, which is the same for everybody and holds no data. */
    private static boolean isPage(HttpServletRequest request) {
        String path = request.getRequestURI();
        return reads(request) && (path.equals("/") || path.startsWith("/page/"));
    }

    private static boolean reads(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static boolean comesFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return (site != null && !OWN_SITE.contains(site))
                || (origin != null && !hostOf(origin).equals(request.getHeader("Host")));
    }

    private static String hostOf(String origin) {
        try {
            return String.valueOf(URI.create(origin).getAuthority());
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(contentType).equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static Optional<Refusal> forbidden(String sentence) {
        return Optional.of(Refusal.forbidden(sentence));
    }
}

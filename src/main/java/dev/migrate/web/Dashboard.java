package dev.migrate.web;

import dev.migrate.job.UserMistake;
import dev.migrate.web.guard.Address;
import dev.migrate.web.guard.Token;
import dev.migrate.web.live.Broadcasts;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.core.env.MapPropertySource;

/**
 * The dashboard: serves from when it is made until it is closed. It has a context of its own, so a command without it pays for
 * nothing of it. Thread-safe.
 */
public final class Dashboard implements AutoCloseable {

    private final Address address;
    private final @Nullable Token generated;
    private final AnnotationConfigServletWebServerApplicationContext context =
            new AnnotationConfigServletWebServerApplicationContext();

    /**
     * Begins to serve.
     *
     * @param application whose repository is shown
     * @param address a host name or IP address of this machine
     * @param port 0: any that is free
     * @param token that steering needs; null: one is made up
     * @throws UserMistake if it cannot listen there
     */
    public Dashboard(ApplicationContext application, String address, int port, @Nullable String token) {
        this.address = resolved(address);
        this.generated = token == null ? Token.generated() : null;
        Token needed = generated == null ? Token.of(String.valueOf(token)) : generated;
        context.setParent(application);
        context.getEnvironment().getPropertySources().addFirst(properties(port));
        // in place of those of the parent, which know nothing of the properties above
        ConfigurationPropertySources.attach(context.getEnvironment());
        context.registerBean(Address.class, () -> this.address);
        context.registerBean(Token.class, () -> needed);
        context.register(WebConfiguration.class);
        try {
            context.refresh();
        } catch (ApplicationContextException | WebServerException e) {
            throw new UserMistake(reason(e, port), e);
        }
    }

    private static Address resolved(String address) {
        try {
            return Address.of(address);
        } catch (UnknownHostException e) {
            throw new UserMistake(
                    "migrate.dashboard.address: no machine \"" + address
                            + "\" is known here; leave it out for 127.0.0.1",
                    e);
        }
    }

    private MapPropertySource properties(int port) {
        return new MapPropertySource(
                "dashboard",
                Map.ofEntries(
                        Map.entry("server.address", address.resolved().getHostAddress()),
                        Map.entry("server.port", port),
                        Map.entry("server.shutdown", "immediate"),
                        Map.entry("server.servlet.context-path", ""),
                        Map.entry("server.compression.enabled", true),
                        Map.entry("server.tomcat.threads.max", 64),
                        Map.entry("server.tomcat.max-connections", 256),
                        Map.entry("spring.web.resources.add-mappings", false),
                        // no second server, before which no guard would stand
                        Map.entry("management.server.port", ""),
                        Map.entry("management.endpoints.web.base-path", "/actuator"),
                        Map.entry("management.endpoints.web.discovery.enabled", false),
                        Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
                        Map.entry("management.endpoint.health.show-details", "never"),
                        Map.entry("management.metrics.use-global-registry", false)));
    }

    private String reason(Exception e, int port) {
        return is(e, PortInUseException.class::isInstance)
                ? "migrate.dashboard.port: port " + port + " is taken on " + address.name()
                        + "; set another one, or 0 for any that is free"
                : "migrate.dashboard: nothing can listen at " + address.name() + ":" + port
                        + "; set an address of this machine, and a port that may be used";
    }

    private static boolean is(Throwable e, Predicate<Throwable> what) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).anyMatch(what);
    }

    /** Where it is, like {@code http://127.0.0.1:8080/}. */
    public String url() {
        return "http://" + address.inUrl() + ":" + port() + "/";
    }

    private int port() {
        var server = context.getWebServer();
        return server == null ? 0 : server.getPort();
    }

    /** What the one who started it has to know. Holds the token if nobody chose one. */
    public List<String> invitation() {
        List<String> lines = new ArrayList<>();
        lines.add("Dashboard: " + url());
        if (generated != null) {
            lines.add("Token that steering needs: " + generated.secret());
        }
        if (!address.isPrivate()) {
            lines.add("Others may reach this address, without encryption; reading needs the token, too.");
        }
        return lines;
    }

    @Override
    public void close() {
        // before the server, which would cut off whoever still looks on
        context.getBean(Broadcasts.class).close();
        context.close();
    }
}

package dev.migrate.engine.channel.rabbit;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.AuthenticationFailureException;
import com.rabbitmq.client.MalformedFrameException;
import com.rabbitmq.client.Method;
import com.rabbitmq.client.ShutdownSignalException;
import dev.migrate.job.UserMistake;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The sentences about a RabbitMQ that does not do what is asked of it. */
final class BrokerTrouble {

    private static final String SETTINGS = "spring.rabbitmq in application.yml";

    private final String place;
    private final String user;
    private final String virtualHost;

    BrokerTrouble(String place, String user, String virtualHost) {
        this.place = "RabbitMQ at " + place;
        this.user = "user \"" + user + "\"";
        this.virtualHost = "virtual host \"" + virtualHost + "\"";
    }

    /** What is to be told of trouble that passes. */
    String away(Throwable e) {
        return away(reason(e));
    }

    /** The same for a reason that is no exception. */
    String away(String reason) {
        return place + " takes no requests now (" + reason + ")";
    }

    /** What is to be told of trouble at the start, when whoever typed the command can still act on it. */
    UserMistake mistake(Throwable e) {
        return new UserMistake(sentence(e), e);
    }

    private String sentence(Throwable e) {
        if (first(e, AuthenticationFailureException.class).isPresent()) {
            return place + " refuses " + user + ": put the right username and password under " + SETTINGS;
        }
        Optional<ShutdownSignalException> told = first(e, ShutdownSignalException.class);
        if (told.isPresent() && code(told.get()) != 0) {
            return refusal(told.get());
        }
        if (first(e, SSLException.class).isPresent()) {
            return place + " and this process do not agree about TLS (" + reason(e)
                    + "): see what spring.rabbitmq.ssl in"
                    + " application.yml says, and whether that port is one for TLS";
        }
        if (hungUp(e)) {
            return place
                    + " hangs up at the first word, as a port for TLS does when it is spoken to without, or one that is"
                    + " no RabbitMQ: set spring.rabbitmq.ssl.enabled, or change the port, in application.yml";
        }
        return place + " cannot be reached (" + reason(e) + "): start it, change " + SETTINGS
                + ", or choose another --transport";
    }

    private String refusal(ShutdownSignalException e) {
        String words = words(e);
        return switch (code(e)) {
            case AMQP.NOT_ALLOWED ->
                words.contains("not found")
                        ? place + " has no " + virtualHost + ": make it (rabbitmqctl add_vhost), or change"
                                + " spring.rabbitmq.virtual-host in application.yml"
                        : place + " does not let " + user + " into " + virtualHost + " (" + words + "): grant it with"
                                + " rabbitmqctl set_permissions, or change " + SETTINGS;
            case AMQP.ACCESS_REFUSED ->
                place + " does not let " + user + " use queues in " + virtualHost + ": rabbitmqctl"
                        + " set_permissions must grant to configure and read ^migrate\\., and to write ^amq\\.default$";
            default -> place + " refuses what is asked of it (" + words + "): see its log";
        };
    }

    private static boolean hungUp(Throwable e) {
        return first(e, EOFException.class).isPresent()
                || first(e, MalformedFrameException.class).isPresent()
                || first(e, java.net.SocketException.class)
                        .filter(cause ->
                                !(cause instanceof ConnectException) && !(cause instanceof NoRouteToHostException))
                        .isPresent();
    }

    private static String reason(Throwable e) {
        return causes(e).flatMap(BrokerTrouble::word).findFirst().orElseGet(() -> last(e));
    }

    private static Stream<String> word(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return Stream.of("no such host");
        }
        if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
            return Stream.of("no answer");
        }
        if (cause instanceof NoRouteToHostException) {
            return Stream.of("no route to it");
        }
        if (cause instanceof ConnectException) {
            return Stream.of("connection refused");
        }
        return cause instanceof ShutdownSignalException told && code(told) != 0
                ? Stream.of(words(told))
                : Stream.empty();
    }

    private static String last(Throwable e) {
        Throwable last = causes(e).reduce(e, (first, second) -> second);
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }

    /** The code with which the server has closed a channel or the connection; 0 if it was not the server. */
    private static int code(ShutdownSignalException e) {
        Method method = e.getReason();
        if (method instanceof AMQP.Connection.Close close) {
            return close.getReplyCode();
        }
        return method instanceof AMQP.Channel.Close close ? close.getReplyCode() : 0;
    }

    private static String words(ShutdownSignalException e) {
        Method method = e.getReason();
        if (method instanceof AMQP.Connection.Close close) {
            return close.getReplyText();
        }
        return method instanceof AMQP.Channel.Close close ? close.getReplyText() : "";
    }

    private static <T extends Throwable> Optional<T> first(Throwable e, Class<T> type) {
        return causes(e).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause).limit(50);
    }
}

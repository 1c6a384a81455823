package dev.migrate.web.answer;

import dev.migrate.job.UserMistake;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Makes a sentence of whatever went wrong. What the program did not expect goes to the log, not to the reader. */
@RestControllerAdvice
public final class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    @ExceptionHandler
    ResponseEntity<String> bad(BadRequest e) {
        return answer(HttpStatus.BAD_REQUEST, sentence(e));
    }

    @ExceptionHandler
    ResponseEntity<String> notFound(NotFound e) {
        return answer(HttpStatus.NOT_FOUND, sentence(e));
    }

    @ExceptionHandler
    ResponseEntity<String> busy(Busy e) {
        return answer(HttpStatus.SERVICE_UNAVAILABLE, sentence(e));
    }

    @ExceptionHandler
    ResponseEntity<String> mistaken(UserMistake e) {
        return answer(HttpStatus.BAD_REQUEST, String.join("; ", e.sentences()));
    }

    @ExceptionHandler
    ResponseEntity<String> unreadable(HttpMessageNotReadableException e) {
        LOG.debug("A body cannot be read", e);
        return answer(
                HttpStatus.BAD_REQUEST, "the body cannot be read; send an object, as in {\"rows-per-second\": 500}");
    }

    @ExceptionHandler({DataAccessException.class, TransactionException.class, SQLException.class})
    ResponseEntity<String> away(Exception e) {
        LOG.debug("The repository failed", e);
        return answer(HttpStatus.SERVICE_UNAVAILABLE, "the repository does not answer; try again in a while");
    }

    /** Whoever asked is gone, and hears no answer. */
    @ExceptionHandler
    void gone(IOException e) {
        LOG.debug("A client is gone", e);
    }

    /** What Spring refuses by itself: an unknown path, a number that is none, a method that is not there. */
    @ExceptionHandler
    ResponseEntity<String> other(Exception e, HttpServletResponse response) {
        if (e instanceof ErrorResponse refused) {
            return answer(refused.getStatusCode(), sentence(refused.getStatusCode()), refused.getHeaders());
        }
        LOG.warn("A request failed: {}; --debug shows where", e.getClass().getSimpleName(), e);
        return answer(HttpStatus.INTERNAL_SERVER_ERROR, sentence(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    /** What is said where only the status is known. */
    static String sentence(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "the request cannot be read; what may be asked stands in the README";
            case 404 -> "there is nothing at this address; begin at /api/executions";
            case 405 -> "this address knows no such method; it is read with GET, and a run is steered with POST";
            case 406 -> "the answer is JSON, which the request does not accept";
            case 413 -> "the request is too long";
            case 415 -> "send JSON, with the header Content-Type: application/json";
            default ->
                status.is4xxClientError()
                        ? "the request cannot be answered"
                        : "that failed within this process; its log tells why";
        };
    }

    private static String sentence(RuntimeException e) {
        return Optional.ofNullable(e.getMessage()).orElse("the request cannot be answered");
    }

    private static ResponseEntity<String> answer(HttpStatusCode status, String sentence) {
        return answer(status, sentence, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<String> answer(HttpStatusCode status, String sentence, HttpHeaders headers) {
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_JSON)
                .body(ErrorJson.of(sentence));
    }
}

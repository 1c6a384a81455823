package dev.migrate.web.guard;

import dev.migrate.web.answer.ErrorJson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/** Why a request is not answered. */
record Refusal(HttpStatus status, String sentence) {

    static Refusal forbidden(String sentence) {
        return new Refusal(HttpStatus.FORBIDDEN, sentence);
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(ErrorJson.of(sentence));
    }
}

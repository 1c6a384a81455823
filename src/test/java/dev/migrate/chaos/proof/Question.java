package dev.migrate.chaos.proof;

import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A question to one database, which answers it with one row of {@code holds} and {@code numbers}.
 *
 * @param sql may use {@code :rows} and {@code :rounds}
 */
record Question(String claim, Function<Evidence, JdbcClient> database, String sql) {

    private record Answer(boolean holds, String numbers) {}

    Proof ask(Evidence evidence) {
        return Proof.of(claim, () -> answer(evidence));
    }

    private Proof answer(Evidence evidence) {
        Answer answer = database.apply(evidence)
                .sql(sql)
                .param("rows", evidence.rows())
                .param("rounds", evidence.rounds())
                .query(Answer.class)
                .single();
        return new Proof(claim, answer.holds(), answer.numbers());
    }
}

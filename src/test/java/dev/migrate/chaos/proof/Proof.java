package dev.migrate.chaos.proof;

import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/**
 * An answer that the tables gave.
 *
 * @param claim what must hold
 * @param holds whether it does
 * @param numbers by which one sees that
 */
public record Proof(String claim, boolean holds, String numbers) {

    /** What cannot be asked does not hold. */
    static Proof of(String claim, Supplier<Proof> answer) {
        try {
            return answer.get();
        } catch (DataAccessException e) {
            return new Proof(
                    claim, false, String.valueOf(e.getMostSpecificCause().getMessage()));
        }
    }

    /** {@code PROOF holds  every row was changed once in each round: 1000000 rows, ...}. */
    @Override
    public String toString() {
        return "PROOF " + (holds ? "holds  " : "FAILS  ") + claim + ": " + numbers;
    }
}

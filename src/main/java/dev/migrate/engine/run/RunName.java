package dev.migrate.engine.run;

import java.util.Map;
import java.util.OptionalLong;

/**
 * What a run goes by: of the instances with one name, each begun anew after the other, the newest is meant. Only one of them
 * has a manager at a time.
 *
 * @param retryOf the instance whose rows that were set aside are done again, and no others; empty: all rows of the job
 */
public record RunName(String job, Map<String, String> parameters, OptionalLong retryOf) {

    public RunName {
        parameters = Map.copyOf(parameters);
    }

    /** All in one text, which no other name has. */
    @Override
    public String toString() {
        String ofAll = job + " " + StoredParameters.write(parameters);
        return retryOf.isPresent() ? ofAll + " retry of " + retryOf.getAsLong() : ofAll;
    }
}

package dev.migrate.engine.accept;

import java.util.List;
import java.util.Map;

/**
 * A run that goes on, as the repository tells a worker of it.
 *
 * @param execution the one that goes on
 * @param transport how its partitions reach the workers
 * @param needs the databases that its partitions need
 * @param somethingToDo whether a partition waits to be claimed, or may come to while a manager lives
 * @param idleThreads how many threads that would work for it have nothing to do
 * @param steering what people ask of it
 */
public record OpenRun(
        long instance,
        long execution,
        String job,
        Map<String, String> parameters,
        String definitionHash,
        String transport,
        List<Need> needs,
        boolean somethingToDo,
        int idleThreads,
        Steering steering) {

    /**
     * A database that a run needs.
     *
     * @param database by which name the definition knows it
     * @param systemIdentifier of the cluster on which it was planned
     * @param name of the database there
     * @param limited whether only so many partitions that need it may be in work at once
     */
    public record Need(String database, String systemIdentifier, String name, boolean limited) {}

    public OpenRun {
        parameters = Map.copyOf(parameters);
        needs = List.copyOf(needs);
    }

    boolean isLimited() {
        return needs.stream().anyMatch(Need::limited);
    }
}

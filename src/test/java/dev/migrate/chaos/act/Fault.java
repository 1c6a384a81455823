package dev.migrate.chaos.act;

import dev.migrate.chaos.fault.PlannedFault;

/** Does a fault, and sees to it that it is made good. */
@FunctionalInterface
public interface Fault {

    void strike(PlannedFault planned);
}

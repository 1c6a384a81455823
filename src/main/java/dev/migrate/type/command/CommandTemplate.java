package dev.migrate.type.command;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A program and its arguments, for any partition; every name in it is a {@link Slot}'s or a parameter's. */
record CommandTemplate(List<ArgumentTemplate> arguments, Map<String, String> parameters) {

    CommandTemplate {
        arguments = List.copyOf(arguments);
        parameters = Map.copyOf(parameters);
    }

    boolean uses(Slot slot) {
        return arguments.stream().anyMatch(argument -> argument.names().contains(slot.word()));
    }

    /** The command for a partition. */
    List<String> with(Function<Slot, String> values) {
        return arguments.stream()
                .map(argument -> argument.with(name ->
                        Slot.named(name).map(values).orElseGet(() -> Objects.requireNonNull(parameters.get(name)))))
                .toList();
    }

    /** The command as a person reads it: for no partition in particular. */
    List<String> shown() {
        return with(slot -> "{" + slot.word() + "}");
    }
}

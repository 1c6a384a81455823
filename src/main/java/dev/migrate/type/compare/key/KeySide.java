package dev.migrate.type.compare.key;

import dev.migrate.job.key.DatabaseName;
import dev.migrate.job.key.Key;
import dev.migrate.job.key.Ordering;
import dev.migrate.table.TableShape;
import dev.migrate.type.compare.hash.TypeFamily;

/** A key column of one table, and how it sorts there. */
record KeySide(DatabaseName database, TableShape.Column column, Key.Column key, NaturalOrder order) {

    TypeFamily family() {
        return TypeFamily.of(column);
    }

    /** What has an order of its own: text and varchar are compared alike, padded texts and those without case are not. */
    String kind() {
        return switch (TypeFamily.unqualified(column)) {
            case "text", "varchar", "name" -> "text";
            default -> family() == TypeFamily.ENUM ? "enum" : TypeFamily.unqualified(column);
        };
    }

    boolean sortsLike(KeySide other) {
        return kind().equals(other.kind()) && order.isLike(other.order);
    }

    Key.Column by(Ordering ordering) {
        return new Key.Column(key.name(), key.type(), ordering);
    }

    Key.Column by(Ordering ordering, String type) {
        return new Key.Column(key.name(), type, ordering);
    }
}

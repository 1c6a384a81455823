package dev.migrate.type.compare.hash;

import dev.migrate.table.TableShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns of one name on the two sides.
 *
 * @param equality how the servers can tell equal values of unequal texts, if both can
 */
public record ColumnPair(TableShape.Column source, TableShape.Column target, Optional<Equality> equality) {

    /** How to compare them; empty if values of their types cannot be the same. */
    public Optional<ComparedColumn> compared() {
        if (are(TypeFamily.CHARACTERS) || are(TypeFamily.WORDS)) {
            return Optional.of(new Characters(this).compared());
        } else if (are(TypeFamily.INTEGER, TypeFamily.NUMERIC, TypeFamily.FLOAT)
                || are(TypeFamily.INTEGERS, TypeFamily.NUMERICS, TypeFamily.FLOATS)) {
            return new Numbers(this).compared();
        } else if (isSameType()) {
            return Optional.of(sameType());
        }
        return otherTypes();
    }

    boolean are(TypeFamily... families) {
        return Set.of(families).containsAll(families());
    }

    private List<TypeFamily> families() {
        return List.of(TypeFamily.of(source), TypeFamily.of(target));
    }

    /** A built-in type is another one than a user's of the same name. */
    boolean isSameType() {
        return type().equals(TypeFamily.unqualified(target))
                && TypeFamily.isBuiltIn(source) == TypeFamily.isBuiltIn(target)
                && source.typtype() == target.typtype();
    }

    /** The source's type. */
    String type() {
        return TypeFamily.unqualified(source);
    }

    String column() {
        return source.name().quoted();
    }

    private ComparedColumn sameType() {
        return switch (TypeFamily.of(source)) {
            case PLAIN -> hashed(column());
            case SENT -> hashed(type() + "_send(" + column() + ")");
            case LIST -> ComparedColumn.array(source.name(), column());
            case CATALOG -> catalogName();
            default -> ComparedColumn.byText(source.name(), column()).orBy(equality);
        };
    }

    private ComparedColumn hashed(String expression) {
        return ComparedColumn.byHashOf(source.name(), column(), expression);
    }

    private ComparedColumn catalogName() {
        String catalog = CatalogNames.catalogOf(source).orElseThrow();
        return ComparedColumn.shownAs(source.name(), CatalogNames.nameIn(catalog, column()));
    }

    private Optional<ComparedColumn> otherTypes() {
        if (are(TypeFamily.JSON)) {
            return Optional.of(json());
        }
        boolean sameTexts = are(TypeFamily.CHARACTERS, TypeFamily.ENUM)
                || are(TypeFamily.BITS)
                || are(TypeFamily.INTEGER_RANGE)
                || are(TypeFamily.INTEGER_RANGES)
                || (are(TypeFamily.CHARACTERS, TypeFamily.PLAIN) && isChar());
        return sameTexts ? Optional.of(ComparedColumn.byText(source.name(), column())) : Optional.empty();
    }

    private boolean isChar() {
        return List.of(source.base(), target.base()).contains("char");
    }

    /** Some json is no jsonb, by its characters or by the size of its numbers: it goes by its own text. */
    private ComparedColumn json() {
        String text = ComparedColumn.text(column());
        String canonical = "case when %s ~ '\\\\u|[eE][+-]?[0-9]{4}|[0-9]{255}' then %s else (%s::jsonb)::text end"
                .formatted(text, text, column());
        return ComparedColumn.byText(source.name(), "(" + canonical + ")").orBy(Optional.of(Equality.as("jsonb")));
    }
}

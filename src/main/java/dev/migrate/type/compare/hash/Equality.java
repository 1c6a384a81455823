package dev.migrate.type.compare.hash;

/**
 * The types as which the servers hold values against each other, each as its side writes it: values may be equal though their
 * texts are not. Without length or precision, which would change what is cast to them.
 */
public record Equality(String source, String target) {

    static Equality as(String type) {
        return new Equality(type, type);
    }
}

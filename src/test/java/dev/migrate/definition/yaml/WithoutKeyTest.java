package dev.migrate.definition.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WithoutKeyTest {

    private static final String WITHOUT = "a: \uD83D\uDC18\nb: {x: 1}\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "throttle: {x: 1}\na: \uD83D\uDC18\nb: {x: 1}\n",
                "a: \uD83D\uDC18\nthrottle: {x: 1}  \nb: {x: 1}\n",
                "a: \uD83D\uDC18\nthrottle:\n  x: 1\n\n  # why\n  y: 2\n\nb: {x: 1}\n",
                "a: \uD83D\uDC18\nb: {x: 1}\nthrottle:\n  x: 1",
                "a: \uD83D\uDC18\nb: {x: 1}\nthrottle.x: 1\nthrottle.y: 2\n",
                "throttle: 1\na: \uD83D\uDC18\nthrottle: 2\nb: {x: 1}\n",
                WITHOUT,
            })
    void the_rest_is_as_if_it_had_never_been_there(String document) {
        assertThat(WithoutKey.of(document, "throttle")).isEqualTo(WITHOUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a 1\nthrottle: *a\n",
                "throttle: &a {x: 1}\nb: *a\n",
                "b: {throttle: 1}\n",
                "throttles: 1\n",
                "- throttle: 1\n",
                "",
            })
    void leaves_what_is_meant_elsewhere_or_is_something_else(String document) {
        assertThat(WithoutKey.of(document, "throttle")).isEqualTo(document);
    }
}

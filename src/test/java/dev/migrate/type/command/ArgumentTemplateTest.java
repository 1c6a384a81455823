package dev.migrate.type.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentTemplateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plain | plain",
                "{a} | <a>",
                "--x={a}/{b}{a} | --x=<a>/<b><a>",
                "{{a}} | {a}",
                "{{{a}}} | {{a}}",
                "{\"a\": {\"n\": {b}}} | {\"a\": {\"n\": <b>}}",
                "${a} \\{ {} { a } {1} $1 \\ | ${a} \\{ {} { a } {1} $1 \\",
                "{a | {a",
            })
    void fills_names_in_braces_and_leaves_other_braces_alone(String text, String filled) {
        assertThat(new ArgumentTemplate(text).with(name -> "<" + name + ">")).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{a}{b}{a} {{c}} ${d} | a,b", "{} { a } | ''"})
    void tells_its_names(String text, String names) {
        assertThat(String.join(",", new ArgumentTemplate(text).names())).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource({"$1\\{b}", "{b}"})
    void takes_a_value_as_it_is(String value) {
        assertThat(new ArgumentTemplate("{a}").with(name -> value)).isEqualTo(value);
    }
}

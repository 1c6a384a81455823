package dev.migrate.definition.yaml;

import dev.migrate.job.UserMistake;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/** Makes values of a document's nodes. Scalars stay the text that was written: {@code 0123} is a fine password. */
final class YamlTree {

    private final String shown;
    private final Mistakes mistakes = new Mistakes();
    private final Map<Node, @Nullable YamlValue> known = new HashMap<>();

    private YamlTree(String shown) {
        this.shown = shown;
    }

    static YamlValue.Keys parse(String shown, String text) {
        YamlTree tree = new YamlTree(shown);
        try {
            YamlValue root = tree.onlyDocument(text);
            tree.mistakes.tell();
            if (root instanceof YamlValue.Keys keys) {
                return keys;
            }
            throw new UserMistake(root.place() + ": the file must hold keys, key: value, not " + root.kind());
        } catch (MarkedYAMLException e) {
            throw new UserMistake(tree.position(e.getProblemMark()) + ": this is not YAML: " + oneLine(e.getProblem()));
        } catch (ReaderException e) {
            throw new UserMistake("%s: this is not a text file: it holds the character U+%04X"
                    .formatted(Place.line(shown, YamlText.lineAt(text, e.getPosition())), e.getCodePoint()));
        } catch (YAMLException e) {
            throw new UserMistake(shown + ": this is not YAML that can be read: " + oneLine(e.getMessage()));
        }
    }

    private YamlValue onlyDocument(String text) {
        Iterator<Node> documents =
                new Yaml(new LoaderOptions()).composeAll(new StringReader(text)).iterator();
        YamlValue first = documents.hasNext() ? value(documents.next()) : new YamlValue.Nothing(Place.line(shown, 1));
        if (documents.hasNext()) {
            throw new UserMistake(
                    placeOf(documents.next()) + ": a second document begins here; put each into a file of its own");
        }
        if (first instanceof YamlValue.Nothing) {
            throw new UserMistake(shown + ": the file is empty");
        }
        return first;
    }

    /** An anchored node is met again at its aliases: it is made into a value once, so that aliases cannot multiply. */
    private YamlValue value(Node node) {
        if (known.containsKey(node)) {
            YamlValue value = known.get(node);
            if (value == null) {
                throw new UserMistake(placeOf(node) + ": this value contains itself");
            }
            return value;
        }
        known.put(node, null);
        YamlValue value = make(node);
        known.put(node, value);
        return value;
    }

    private YamlValue make(Node node) {
        Place place = placeOf(node);
        if (!node.getTag().startsWith(Tag.PREFIX)) {
            mistakes.add(place, "the tag " + node.getTag() + " means nothing here");
        }
        if (node instanceof MappingNode mapping) {
            return new YamlValue.Keys(place, entries(mapping));
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlValue.Items(
                    place, sequence.getValue().stream().map(this::value).toList());
        }
        return node.getTag().equals(Tag.NULL)
                ? new YamlValue.Nothing(place)
                : new YamlValue.Scalar(place, ((ScalarNode) node).getValue(), false);
    }

    private Map<String, YamlValue> entries(MappingNode mapping) {
        Map<String, YamlValue> entries = new LinkedHashMap<>();
        Map<String, YamlValue> merged = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place place = placeOf(tuple.getKeyNode());
            if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
                merge(value(tuple.getValueNode()), merged);
            } else if (tuple.getKeyNode() instanceof ScalarNode key) {
                put(entries, key.getValue(), value(tuple.getValueNode()).at(place));
            } else {
                mistakes.add(place, "a key must be a single word");
            }
        }
        merged.forEach(entries::putIfAbsent);
        return entries;
    }

    private void put(Map<String, YamlValue> entries, String key, YamlValue value) {
        YamlValue before = entries.putIfAbsent(key, value);
        if (before != null) {
            mistakes.add(
                    value.place(),
                    "the key \"%s\" is already on line %d; keep one of them"
                            .formatted(key, before.place().line()));
        }
    }

    private void merge(YamlValue source, Map<String, YamlValue> merged) {
        if (source instanceof YamlValue.Keys keys) {
            keys.entries().forEach(merged::putIfAbsent);
        } else if (source instanceof YamlValue.Items items) {
            items.items().forEach(item -> merge(item, merged));
        } else {
            mistakes.add(source.place(), "only keys can be merged with <<, not " + source.kind());
        }
    }

    private Place placeOf(Node node) {
        return Place.line(shown, node.getStartMark().getLine() + 1);
    }

    private String position(@Nullable Mark mark) {
        return mark == null ? shown : shown + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1);
    }

    /** SnakeYAML's words; it calls the end of the text {@code \0(0)}. */
    private static String oneLine(@Nullable String problem) {
        return problem == null ? "no reason given" : Mistakes.oneLine(problem.replace("\0(0)", "end of file"));
    }
}

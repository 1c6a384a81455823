package dev.migrate.definition.yaml;

import java.io.StringReader;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Cuts an outermost key and what stands behind it out of a document, so that the rest is as if it had never been there. */
final class WithoutKey {

    private WithoutKey() {}

    /** What is written in a way that cannot be cut out, as an alias of something else, stays. */
    static String of(String document, String key) {
        StringBuilder rest = new StringBuilder(document);
        if (new Yaml(new LoaderOptions()).compose(new StringReader(document)) instanceof MappingNode root) {
            List<NodeTuple> tuples = root.getValue();
            for (int i = tuples.size() - 1; i >= 0; i--) {
                if (isNamed(tuples.get(i), key)) {
                    cut(rest, document, tuples.get(i));
                }
            }
        }
        return rest.toString();
    }

    private static boolean isNamed(NodeTuple tuple, String key) {
        return tuple.getKeyNode() instanceof ScalarNode name
                && (name.getValue().equals(key) || name.getValue().startsWith(key + "."));
    }

    private static void cut(StringBuilder rest, String document, NodeTuple tuple) {
        int begin = index(document, tuple.getKeyNode().getStartMark());
        int end = index(document, tuple.getValueNode().getEndMark());
        // What is named here may be meant elsewhere too.
        if (begin < end && document.substring(begin, end).indexOf('&') < 0) {
            rest.delete(begin, endOfLine(document, end));
        }
    }

    private static int index(String document, Mark mark) {
        return document.offsetByCodePoints(0, mark.getIndex());
    }

    /** The beginning of the next line, if only blanks stand before it. */
    private static int endOfLine(String document, int end) {
        int at = end;
        while (at < document.length() && " \t\r".indexOf(document.charAt(at)) >= 0) {
            at++;
        }
        return at < document.length() && document.charAt(at) == '\n' && end > 0 && document.charAt(end - 1) != '\n'
                ? at + 1
                : end;
    }
}

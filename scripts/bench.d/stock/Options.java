package stock;

import java.util.Map;

/** What the command line says. */
record Options(Map<String, String> values) {

    String get(String key) {
        String value = values.get(key);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + key + "=");
        }
        return value;
    }

    String get(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    int number(String key) {
        return Integer.parseInt(get(key));
    }
}

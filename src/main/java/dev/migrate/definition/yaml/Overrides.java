package dev.migrate.definition.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.Resource;

/** What the command line, system properties and the environment say instead of a file; the file itself is left out. */
final class Overrides {

    static final Overrides NONE = new Overrides(List.of());

    private final List<ConfigurationPropertySource> sources;

    private Overrides(List<ConfigurationPropertySource> sources) {
        this.sources = List.copyOf(sources);
    }

    static Overrides of(ConfigurableEnvironment environment, Path file) {
        return new Overrides(StreamSupport.stream(
                        ConfigurationPropertySources.from(environment.getPropertySources())
                                .spliterator(),
                        false)
                .filter(source -> !isOf(file, source))
                .toList());
    }

    /** The single value that stands instead of the file's, or the file's. */
    @Nullable
    YamlValue instead(KeyPath path, @Nullable YamlValue inFile) {
        return sources.stream()
                .map(source -> source.getConfigurationProperty(path.propertyName()))
                .filter(Objects::nonNull)
                .findFirst()
                .<@Nullable YamlValue>map(
                        property -> new YamlValue.Scalar(placeOf(property), String.valueOf(property.getValue()), true))
                .orElse(inFile);
    }

    /**
     * The file's keys together with those that are only elsewhere, with nothing behind them yet. Variables of the
     * environment add none: where a key ends in {@code A_B_C} cannot be told, and it may be anyone's.
     */
    @Nullable
    YamlValue within(KeyPath path, @Nullable YamlValue inFile) {
        Map<String, YamlValue> elsewhere = keysBelow(path.propertyName());
        if (elsewhere.isEmpty() || inFile instanceof YamlValue.Scalar || inFile instanceof YamlValue.Items) {
            return inFile;
        }
        Map<String, YamlValue> all = new LinkedHashMap<>();
        if (inFile instanceof YamlValue.Keys keys) {
            all.putAll(keys.entries());
        }
        elsewhere.forEach((key, value) -> {
            if (all.keySet().stream().noneMatch(known -> Component.same(known, key))) {
                all.put(key, value);
            }
        });
        Place place = inFile == null ? elsewhere.values().iterator().next().place() : inFile.place();
        return new YamlValue.Keys(place, all);
    }

    private Map<String, YamlValue> keysBelow(ConfigurationPropertyName name) {
        Map<String, YamlValue> keys = new LinkedHashMap<>();
        for (ConfigurationPropertySource source : sources) {
            if (source instanceof IterableConfigurationPropertySource names) {
                names.stream().filter(name::isAncestorOf).forEach(inner -> {
                    ConfigurationProperty property = source.getConfigurationProperty(inner);
                    if (property != null && placeOf(property).meant()) {
                        String key = inner.getElement(name.getNumberOfElements(), Form.ORIGINAL);
                        keys.putIfAbsent(key, new YamlValue.Nothing(placeOf(property)));
                    }
                });
            }
        }
        return keys;
    }

    private static Place placeOf(ConfigurationProperty property) {
        if (property.getOrigin() instanceof PropertySourceOrigin origin) {
            PropertySource<?> source = origin.getPropertySource();
            if (source instanceof SystemEnvironmentPropertySource) {
                return Place.variable(origin.getPropertyName());
            }
            if (source instanceof CommandLinePropertySource) {
                return Place.option("--" + origin.getPropertyName());
            }
        }
        return Place.option("property " + property.getName());
    }

    private static boolean isOf(Path file, ConfigurationPropertySource source) {
        return source.getUnderlyingSource() instanceof OriginTrackedMapPropertySource properties
                && properties.getPropertyNames().length > 0
                && properties.getOrigin(properties.getPropertyNames()[0]) instanceof TextResourceOrigin origin
                && isSame(file, origin.getResource());
    }

    private static boolean isSame(Path file, @Nullable Resource resource) {
        try {
            return resource != null
                    && resource.isFile()
                    && Files.isSameFile(file, resource.getFile().toPath());
        } catch (IOException e) {
            // one of them is gone, so they are two
            return false;
        }
    }
}

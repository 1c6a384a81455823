package dev.migrate.definition;

import dev.migrate.definition.yaml.YamlBinder;
import dev.migrate.definition.yaml.YamlFile;
import dev.migrate.job.JobRequest;
import dev.migrate.job.JobType;
import dev.migrate.job.Nearest;
import dev.migrate.job.UserMistake;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.env.ConfigurableEnvironment;

/** The jobs of a config directory. Reads a file anew whenever it is asked for; thread-safe. */
public final class JobDefinitions {

    // How fast a run goes may change while it lasts; what it does may not.
    private static final String THROTTLE = "throttle";

    private final ConfigDirectory directory;
    private final YamlBinder binder;
    private final List<JobType<?>> types;

    public JobDefinitions(ConfigDirectory directory, ConfigurableEnvironment environment, List<JobType<?>> types) {
        this.directory = directory;
        this.binder = new YamlBinder(environment);
        this.types = List.copyOf(types);
    }

    /** The names of all jobs, in order, whatever is in their files. */
    public List<String> names() {
        return List.copyOf(directory.jobFiles().keySet());
    }

    /**
     * Reads a job.
     *
     * @throws UserMistake with a sentence for each mistake if there is no such job or its file will not do
     */
    public JobDefinition<?> load(String name) {
        Map<String, Path> files = directory.jobFiles();
        Path file = Optional.ofNullable(files.get(name)).orElseThrow(() -> noSuchJob(name, files.keySet()));
        YamlFile yaml = directory.read(file);
        return bind(name, yaml, type(yaml));
    }

    private <D extends Record> JobDefinition<D> bind(String name, YamlFile file, JobType<D> type) {
        return binder.both(file, CommonSettings.class, type.definition(), (common, settings) -> {
            JobRequest request = new JobRequest(name, Map.of(), file::place);
            String hash = HashOfAll.of(file.hashWithout(THROTTLE), type.files(settings, request));
            return new JobDefinition<>(name, type, settings, common, hash, file::place);
        });
    }

    private JobType<?> type(YamlFile file) {
        String given = file.text("type").orElse("");
        return types.stream()
                .filter(type -> type.name().equals(given))
                .findFirst()
                .orElseThrow(() -> file.mistake("type", noSuchType(given)));
    }

    private String noSuchType(String given) {
        String known = types.stream().map(JobType::name).collect(Collectors.joining(", "));
        return given.isEmpty()
                ? "\"type\" is missing; write type: followed by one of " + known
                : "there is no job type \"" + given + "\"; known are " + known;
    }

    private UserMistake noSuchJob(String name, Collection<String> names) {
        String hint = names.isEmpty()
                ? "the directory has no jobs yet"
                : Nearest.to(name, names)
                        .map(near -> "did you mean \"" + near + "\"?")
                        .orElseGet(() -> "there are " + names.stream().limit(10).collect(Collectors.joining(", "))
                                + (names.size() > 10 ? " and " + (names.size() - 10) + " more" : ""));
        return new UserMistake("there is no job \"" + name + "\" in " + directory.shownJobs() + "; " + hint);
    }
}

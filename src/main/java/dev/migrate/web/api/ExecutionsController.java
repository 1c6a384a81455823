package dev.migrate.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import dev.migrate.monitor.Explorer;
import dev.migrate.monitor.json.Json;
import dev.migrate.monitor.json.PartitionJson;
import dev.migrate.monitor.json.RowJson;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be read of executions. Long lists come in pieces: the next one is {@code after} the last id of this one. */
@RestController
@RequestMapping(path = "/api/executions", produces = APPLICATION_JSON_VALUE)
public final class ExecutionsController {

    static final String EXECUTION = "/{execution:[0-9]{1,18}}";
    private static final int MOST = 1_000;

    private final ReadExecutions read;
    private final Explorer explorer;

    public ExecutionsController(ReadExecutions read, Explorer explorer) {
        this.read = read;
        this.explorer = explorer;
    }

    @GetMapping
    String newest(@RequestParam(defaultValue = "100") String limit) {
        return read.newest(Numbers.between("limit", limit, 1, MOST));
    }

    @GetMapping(EXECUTION)
    String one(@PathVariable long execution) {
        return read.status(read.progress(execution));
    }

    @GetMapping(EXECUTION + "/map")
    String map(@PathVariable long execution, @RequestParam(defaultValue = "360") String cells) {
        return read.map(instance(execution), Numbers.between("cells", cells, 1, MOST));
    }

    @GetMapping(EXECUTION + "/readings")
    String readings(@PathVariable long execution, @RequestParam(defaultValue = "120") String points) {
        return read.readings(instance(execution), Numbers.between("points", points, 2, MOST));
    }

    @GetMapping(EXECUTION + "/log")
    String log(@PathVariable long execution) {
        return read.log(instance(execution));
    }

    @GetMapping(EXECUTION + "/partitions")
    String partitions(
            @PathVariable long execution,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "100") String limit) {
        int number = Numbers.between("after", after, 0, Integer.MAX_VALUE);
        return Json.text(PartitionJson.list(explorer.partitions(instance(execution), number, limit(limit))));
    }

    @GetMapping(EXECUTION + "/findings")
    String findings(
            @PathVariable long execution,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "100") String limit) {
        return Json.text(RowJson.findings(explorer.findings(instance(execution), Numbers.after(after), limit(limit))));
    }

    @GetMapping(EXECUTION + "/failed")
    String failed(
            @PathVariable long execution,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "100") String limit) {
        return Json.text(RowJson.setAside(explorer.setAside(instance(execution), Numbers.after(after), limit(limit))));
    }

    private long instance(long execution) {
        return read.progress(execution).instance();
    }

    private static int limit(String text) {
        return Numbers.between("limit", text, 1, MOST);
    }
}

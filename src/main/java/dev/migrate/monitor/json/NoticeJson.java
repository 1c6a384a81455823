package dev.migrate.monitor.json;

import dev.migrate.monitor.Progress;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What somebody is told who does not watch. */
public final class NoticeJson {

    private NoticeJson() {}

    /** The result of a run so far, or at its end, with what happened. */
    public static String of(Progress progress, String event, String sentence) {
        Map<String, @Nullable Object> notice = ResultJson.common(progress);
        notice.put("event", event);
        notice.put("sentence", sentence);
        return Json.text(notice);
    }

    /** Likewise, where the repository does not tell how far the run is. */
    public static String withoutReading(long execution, String event, String sentence) {
        return Json.text(Json.object("execution", execution, "event", event, "sentence", sentence));
    }
}

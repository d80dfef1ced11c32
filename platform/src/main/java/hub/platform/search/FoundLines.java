package hub.platform.search;

import hub.platform.search.Search.Found;
import hub.platform.search.Search.Part;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was found, as a page lists it. */
@Component
public class FoundLines {
    private final Times times;

    FoundLines(Times times) {
        this.times = times;
    }

    /**
     * @param place null for nowhere in particular
     * @param by names, with commas; empty for nobody
     * @param when null without a date
     */
    public record FoundLine(
            String messageKey,
            String href,
            List<Part> title,
            SearchDocument.@Nullable Place place,
            String by,
            @Nullable Moment when,
            List<Part> excerpt) {}

    public List<FoundLine> of(List<Found> found) {
        return found.stream().map(this::line).toList();
    }

    private FoundLine line(Found found) {
        SearchDocument document = found.document();
        return new FoundLine(
                found.messageKey(),
                document.href(),
                found.title(),
                document.place(),
                String.join(", ", document.people()),
                document.date() == null ? null : times.say(document.date()),
                found.excerpt());
    }
}

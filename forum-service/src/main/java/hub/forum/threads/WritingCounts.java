package hub.forum.threads;

import hub.forum.groups.Visibility;
import hub.platform.time.Times;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** How much is written, for figures: of groups that the viewer may read, and only numbers. */
@Service
public class WritingCounts {
    private final PostStore posts;

    WritingCounts(PostStore posts) {
        this.posts = posts;
    }

    /**
     * By group, week and author.
     *
     * @param from a Monday, inclusive
     * @param to a Monday, exclusive
     */
    public Flux<WritingCount> weekly(Collection<String> groups, LocalDate from, LocalDate to, Visibility visibility) {
        return posts.writing(
                groups,
                from.atStartOfDay(Times.LONDON).toInstant(),
                to.atStartOfDay(Times.LONDON).toInstant(),
                visibility);
    }
}

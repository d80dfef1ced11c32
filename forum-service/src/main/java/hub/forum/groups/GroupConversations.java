package hub.forum.groups;

import hub.platform.pages.Fragment;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The conversations that a group's page shows. Threads provide it, so that groups need not know of threads. */
public interface GroupConversations {
    /**
     * A page of conversations, pinned first, then by last reply, newest first. Empty unless the viewer may read the group.
     *
     * @param after where the page before ended, as given in {@link Page#after()}; null for the first page
     */
    Mono<Page> of(String group, Visibility visibility, @Nullable String after);

    /**
     * @param lines null if there are none
     * @param after for the next page; null if there is none
     */
    record Page(@Nullable Fragment lines, @Nullable String after) {}
}

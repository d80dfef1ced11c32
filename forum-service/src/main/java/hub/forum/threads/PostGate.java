package hub.forum.threads;

import hub.forum.groups.Visibility;
import reactor.core.publisher.Mono;

/** What is asked before somebody says something: a bean of the feature that looks after people. */
public interface PostGate {
    /**
     * Whether what the viewer writes in a group has to be approved before others see it. A failure keeps it from being taken at all.
     *
     * @param group where the viewer may post
     */
    Mono<Boolean> mustWait(String group, Visibility visibility);
}

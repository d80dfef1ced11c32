package hub.resources.library.lists;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import reactor.core.publisher.Mono;

/** Who makes reading lists and who sends them. What somebody was sent is theirs; senders see how far they have come. */
public final class ListPolicy {
    private ListPolicy() {}

    public static boolean makes(Viewer viewer) {
        return viewer.staffEditor();
    }

    /** Editors, and the social workers who bring new carers in. */
    public static boolean sends(Viewer viewer) {
        return makes(viewer) || viewer.is(Role.SUPERVISING_SOCIAL_WORKER);
    }

    /** @throws NotAllowed (as a signal) unless the viewer makes lists */
    static Mono<Void> asMaking(Viewer viewer) {
        return makes(viewer) ? Mono.empty() : Mono.error(NotAllowed::new);
    }

    /** @throws NotAllowed (as a signal) unless the viewer sends lists */
    static Mono<Void> asSending(Viewer viewer) {
        return sends(viewer) ? Mono.empty() : Mono.error(NotAllowed::new);
    }
}

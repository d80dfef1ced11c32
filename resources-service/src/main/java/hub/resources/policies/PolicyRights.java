package hub.resources.policies;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import reactor.core.publisher.Mono;

/** Who may do what with policies. Anybody may read what was published, signed in or not. */
public final class PolicyRights {
    private PolicyRights() {}

    /** Answers suggestions and writes versions. */
    public static boolean looksAfter(Viewer viewer) {
        return viewer.staffEditor();
    }

    /** @throws NotAllowed (as a signal) unless the viewer looks after policies */
    public static Mono<Void> asLookingAfter(Viewer viewer) {
        return looksAfter(viewer) ? Mono.empty() : Mono.error(NotAllowed::new);
    }

    /** Carers suggest, and say "me too". */
    public static boolean maySuggest(Viewer viewer) {
        return viewer.carer();
    }

    /** What was suggested, in the words of whoever did, is for carers and staff; what became of it is for all. */
    public static boolean seesSuggestions(Viewer viewer) {
        return viewer.approved();
    }
}

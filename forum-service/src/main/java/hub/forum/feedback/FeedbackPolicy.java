package hub.forum.feedback;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import reactor.core.publisher.Mono;

/** Who may do what with feedback. */
public final class FeedbackPolicy {
    private FeedbackPolicy() {}

    /** Makes rounds, and looks at what people wrote before it is shown. */
    public static boolean runs(Viewer viewer) {
        return viewer.staffEditor();
    }

    /** @throws NotAllowed (as a signal) unless the viewer runs rounds */
    public static Mono<Void> asRunning(Viewer viewer) {
        return runs(viewer) ? Mono.empty() : Mono.error(NotAllowed::new);
    }

    /** Reads measures: the fostering service's own people. What of them is about five people or more is public too. */
    public static boolean readsMeasures(Viewer viewer) {
        return viewer.staff();
    }

    /** @throws NotAllowed (as a signal) unless the viewer reads measures */
    public static Mono<Void> asReadingMeasures(Viewer viewer) {
        return readsMeasures(viewer) ? Mono.empty() : Mono.error(NotAllowed::new);
    }
}

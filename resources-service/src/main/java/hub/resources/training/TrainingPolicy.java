package hub.resources.training;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Viewer;
import reactor.core.publisher.Mono;

/** Who runs training and who takes part in it: one place for both. */
public final class TrainingPolicy {
    private TrainingPolicy() {}

    /** Plans courses and dates, keeps the register. */
    public static boolean manages(Viewer viewer) {
        return viewer.staffEditor() || viewer.is(Role.TRAINING_OFFICER);
    }

    /** Sees every carer's record. Editors write about courses; what becomes of a carer is not theirs to read. */
    public static boolean seesRecords(Viewer viewer) {
        return viewer.is(Role.TRAINING_OFFICER);
    }

    /** @throws NotAllowed (as a signal) unless the viewer runs training */
    public static Mono<Void> asManager(Viewer viewer) {
        return manages(viewer) ? Mono.empty() : Mono.error(NotAllowed::new);
    }

    /** Courses are for carers: whoever is one books for themselves. */
    public static boolean mayBook(Viewer viewer) {
        return viewer.carer();
    }
}

package hub.resources.training.record;

import hub.platform.identity.Account;
import hub.platform.identity.Viewer;
import hub.resources.training.TrainingPolicy;

/** Who may look into a carer's record: they themselves, the other carer of their household, and those who run training. To everybody else there is none. */
public final class RecordPolicy {
    private RecordPolicy() {}

    static boolean mayRead(Viewer viewer, Account carer) {
        return viewer.approved()
                && (carer.id().equals(viewer.account())
                        || (TrainingPolicy.mayBook(viewer) && carer.household().equals(viewer.household()))
                        || TrainingPolicy.manages(viewer));
    }

    /** Whether the viewer may say that they have seen the evidence. Nobody does so for themselves. */
    static boolean mayConfirm(Viewer viewer, Account carer) {
        return TrainingPolicy.manages(viewer) && !carer.id().equals(viewer.account());
    }
}

package hub.resources.training.record;

import hub.platform.identity.Account;
import hub.platform.identity.Supervisions;
import hub.platform.identity.Viewer;
import hub.resources.training.TrainingPolicy;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Who may look into a carer's record: they themselves, the other carer of their household, the social worker who supervises it, and training officers. To everybody
 * else there is none.
 */
@Component
class RecordPolicy {
    private final Supervisions supervisions;

    RecordPolicy(Supervisions supervisions) {
        this.supervisions = supervisions;
    }

    Mono<Boolean> mayRead(Viewer viewer, Account carer) {
        boolean own = viewer.approved()
                && (carer.id().equals(viewer.account())
                        || (TrainingPolicy.mayBook(viewer) && carer.household().equals(viewer.household())));
        return own || TrainingPolicy.seesRecords(viewer)
                ? Mono.just(true)
                : supervisions.supervises(viewer, carer.household());
    }

    /** Whether the viewer may say that they have seen the evidence. Nobody does so for themselves, nor for their own household. */
    Mono<Boolean> mayConfirm(Viewer viewer, Account carer) {
        if (carer.id().equals(viewer.account()) || carer.household().equals(viewer.household())) {
            return Mono.just(false);
        }
        return TrainingPolicy.seesRecords(viewer)
                ? Mono.just(true)
                : supervisions.supervises(viewer, carer.household());
    }
}

package hub.forum.me;

import hub.platform.audit.AuditLog;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.mongo.Transactions;
import hub.platform.personaldata.PersonalData;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** All that is the viewer's, to take out (UK GDPR, articles 15 and 20). */
@Service
public class OwnData {
    private final PersonalData data;
    private final AuditLog audit;
    private final Transactions transactions;

    OwnData(PersonalData data, AuditLog audit, Transactions transactions) {
        this.data = data;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** As {@link PersonalData#zip}, with its entry in the audit log before the first byte. */
    public Flux<byte[]> takeOut(Viewer viewer) {
        return Flux.defer(() -> {
            String account = viewer.account();
            return account == null
                    ? Flux.error(new NotAllowed())
                    : transactions
                            .run(audit.record("me.data", account, account, null, Map.of()))
                            .thenMany(data.zip(viewer));
        });
    }
}

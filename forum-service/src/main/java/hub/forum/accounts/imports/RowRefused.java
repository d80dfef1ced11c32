package hub.forum.accounts.imports;

import hub.platform.refusals.Rejected;
import java.util.List;

/** One person cannot be brought in, so nobody is. */
final class RowRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    RowRefused(ImportRow row, Rejected refusal) {
        super(refusal.messageKey(), null, false, false);
        this.fault = new Fault(row.number(), refusal.messageKey(), List.of(refusal.arguments()));
    }

    Fault fault() {
        return fault;
    }
}

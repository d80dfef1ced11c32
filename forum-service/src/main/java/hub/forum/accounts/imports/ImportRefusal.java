package hub.forum.accounts.imports;

import hub.platform.refusals.Refusal;

/** Why a person of a table is refused, or the table. */
public enum ImportRefusal implements Refusal {
    FAULTS("accounts.import.faults", "text", true),
    /** Whoever signed in and is not approved may have claimed an address that is not theirs. */
    AWAITS("accounts.import.fault.awaits", "text", true),
    PAUSED("accounts.import.fault.paused", "text", true);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    ImportRefusal(String messageKey, String field, boolean mendable) {
        this.messageKey = messageKey;
        this.field = field;
        this.mendable = mendable;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public String field() {
        return field;
    }

    @Override
    public boolean canBeMended() {
        return mendable;
    }
}

package hub.platform.identity;

import hub.platform.refusals.Refusal;

/** Why a change of an account is refused. */
public enum AccountRefusal implements Refusal {
    LAST_ADMINISTRATOR("accounts.lastAdministrator", "roles", false),
    OWN_ROLES("accounts.ownRoles", "roles", false),
    NOT_FIRST("accounts.notFirst", "", false),
    HOUSEHOLD_IN_CONSTELLATION("accounts.household.inConstellation", "household", false),
    NO_SUCH_WORKER("accounts.worker.gone", "worker", true),
    INVITED_ALREADY("accounts.invited", "email", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    AccountRefusal(String messageKey, String field, boolean mendable) {
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

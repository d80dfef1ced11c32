package hub.forum.groups;

import hub.platform.refusals.Refusal;

/** Why a change of groups and of who is in them is refused. */
public enum GroupRefusal implements Refusal {
    AGREEMENT_CHANGED("groups.agreement.changed", "", false),
    ASKED_ALREADY("groups.ask.already", "text", true),
    CHANGED_MEANWHILE("groups.changedMeanwhile", "agreement", false),
    KIND_FIXED("groups.kind.fixed", "kind", true),
    IN_IT_ALREADY("groups.nominate.already", "account", true),
    COULD_NOT("groups.nominate.couldNot", "account", true),
    NOT_APPROVED("groups.nominate.notApproved", "account", true),
    SELF("groups.nominate.self", "account", true),
    HOUSEHOLD_ELSEWHERE("groups.household.elsewhere", "account", true),
    NOBODY_CHOSEN("groups.nominate.account.missing", "account", true),
    NO_ROLE_CHOSEN("groups.nominate.role.missing", "role", true),
    REQUEST_OVER("groups.request.over", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    GroupRefusal(String messageKey, String field, boolean mendable) {
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

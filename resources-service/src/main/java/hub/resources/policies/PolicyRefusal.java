package hub.resources.policies;

import hub.platform.refusals.Refusal;

/** Why something about a policy is refused. */
public enum PolicyRefusal implements Refusal {
    CHANGED_MEANWHILE("policies.refused.changedMeanwhile", "", false),
    TOO_MANY_VERSIONS("policies.refused.tooManyVersions", "", false),
    TOO_MANY_CLAUSES("policies.refused.tooManyClauses", "", false),
    NOT_BEING_WRITTEN("policies.refused.notBeingWritten", "", false),
    LAST_CLAUSE("policies.refused.lastClause", "", false),
    REVIEW_BEFORE_APPROVAL("policies.refused.reviewBeforeApproval", "reviewDue", true),
    STEP_TAKEN("policies.refused.stepTaken", "", false),
    NOT_READY("policies.refused.notReady", "", false),
    DECIDED("policies.refused.decided", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    PolicyRefusal(String messageKey, String field, boolean mendable) {
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

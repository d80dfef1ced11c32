package hub.forum.threads;

import hub.platform.refusals.Refusal;

/** Why a change of a thread or post is refused. */
public enum ThreadRefusal implements Refusal {
    LOCKED("threads.locked", "text", false),
    PARENT_GONE("threads.parentGone", "text", false),
    EDITED_MEANWHILE("threads.editedMeanwhile", "text", false),
    CHANGED_MEANWHILE("threads.changedMeanwhile", "", false),
    LOCKED_ALREADY("threads.lockedAlready", "reason", false),
    OPEN_ALREADY("threads.openAlready", "", false),
    MODERATORS_WORD("threads.moderatorsWord", "", false),
    POST_GONE("threads.post.gone", "text", false),
    NOT_HIDDEN("threads.post.notHidden", "", false);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    ThreadRefusal(String messageKey, String field, boolean mendable) {
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

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
    /** The conversation itself has not been approved yet. */
    WAITS("threads.waits", "text", false),
    /** The words that were decided about are not those that stand there now. */
    CHANGED_UNDER_DECISION("threads.changedUnderDecision", "outcome", false),
    /** Others read first what this person writes, so no word that others see changes by itself. */
    EDIT_WAITS("threads.editWaits", "text", true),
    DECIDED_ALREADY("threads.decidedAlready", "outcome", false),
    /** What waits cannot be let into a conversation that was locked meanwhile. */
    LOCKED_MEANWHILE("threads.lockedMeanwhile", "outcome", true),
    AUTHOR_GONE("threads.authorGone", "outcome", true),
    /** It stands elsewhere now, where others read it. */
    MOVED_MEANWHILE("threads.movedMeanwhile", "text", false),
    /** Nothing that waits to be approved is moved. */
    WAITS_TO_MOVE("threads.moves.waits", "reason", true),
    NO_SUCH_PLACE("threads.moves.to.missing", "to", true),
    NO_SUCH_CONVERSATION("threads.moves.other.missing", "other", true),
    /** A conversation begins with something that can be read, and what it begins with stays where it is. */
    NO_SUCH_POSTS("threads.moves.posts.missing", "posts", true),
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

package hub.forum.meetings;

import hub.platform.refusals.Refusal;

/** Why something about a meeting is refused. */
public enum MeetingRefusal implements Refusal {
    CHANGED_MEANWHILE("meetings.changedMeanwhile", "", false),
    DRAFT("meetings.refused.draft", "", false),
    OVER("meetings.refused.over", "", false),
    STARTED("meetings.refused.started", "", false),
    IN_THE_PAST("meetings.form.past", "date", true),
    NO_SUCH_HUB("meetings.form.hub.missing", "hub", true),
    /** More dates than one rule may make. Arguments: how many it may. */
    TOO_MANY_DATES("meetings.repeat.tooMany", "until", true),
    /** The day of all that follow cannot be changed together. */
    DAY_OF_SERIES("meetings.series.day", "date", true),
    /** More people than there is room for still. Arguments: how many places are free. */
    NO_ROOM_FOR_MORE("meetings.reply.noRoom", "adults", true),
    /** More people than there are places at all. Arguments: how many places there are. */
    TOO_MANY("meetings.reply.tooMany", "adults", true),
    NOBODY_CHOSEN("meetings.behalf.nobody", "account", true);

    private final String messageKey;
    private final String field;
    private final boolean mendable;

    MeetingRefusal(String messageKey, String field, boolean mendable) {
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

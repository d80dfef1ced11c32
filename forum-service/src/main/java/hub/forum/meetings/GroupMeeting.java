package hub.forum.meetings;

import hub.forum.groups.Group;

/** A meeting and the group that it is of, for somebody who may see it. */
public record GroupMeeting(Meeting meeting, Group group) {
    public String id() {
        return meeting.id();
    }
}

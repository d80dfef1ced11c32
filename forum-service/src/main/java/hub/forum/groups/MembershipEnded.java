package hub.forum.groups;

/** Somebody left a group or was removed from it. Told after it is so: they cannot read there any more. */
public record MembershipEnded(String group, String account) {}

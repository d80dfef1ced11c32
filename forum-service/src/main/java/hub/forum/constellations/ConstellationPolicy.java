package hub.forum.constellations;

import hub.forum.groups.GroupRole;
import hub.forum.groups.Membership;
import hub.forum.groups.Visibility;

/** Who may do what in a constellation, beyond reading it: that is {@link Visibility}. */
public final class ConstellationPolicy {
    private ConstellationPolicy() {}

    /** To keep the rota, the beds and the requests of the hub home: its hub carers and liaison workers. Source of the rule: the Mockingbird programme's hub home. */
    public static boolean mayKeep(Visibility viewer, String group) {
        return is(viewer, group, GroupRole.HUB_CARER) || mayOversee(viewer, group);
    }

    /** To act for somebody else and see all figures: the liaison workers of this very constellation. */
    public static boolean mayOversee(Visibility viewer, String group) {
        return is(viewer, group, GroupRole.LIAISON_WORKER);
    }

    public static boolean isHubCarer(Visibility viewer, String group) {
        return is(viewer, group, GroupRole.HUB_CARER);
    }

    private static boolean is(Visibility viewer, String group, GroupRole role) {
        Membership membership = viewer.membership(group);
        return membership != null && membership.role() == role && viewer.mayPost(group);
    }
}

package hub.forum.constellations.links;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Group;
import hub.forum.groups.Membership;
import hub.forum.groups.Visibility;

/** Who may do what with cultural links. */
public final class LinkPolicy {
    private LinkPolicy() {}

    /** To seek and to offer: the carers of a constellation. */
    public static boolean mayTakePart(Visibility viewer, Group group) {
        return isCarerThere(viewer, group) && viewer.mayPost(group.id());
    }

    /** Whether it is the constellation of the viewer's household, also while its agreement has yet to be accepted. */
    static boolean isCarerThere(Visibility viewer, Group group) {
        Membership membership = viewer.membership(group.id());
        return membership != null && membership.bringsHousehold(group);
    }

    /** Whoever asked, whoever is proposed, and the liaison workers of whoever asked. */
    public static boolean maySee(Visibility viewer, LinkRequest request) {
        LinkRequest.Proposal proposal = request.proposal();
        String account = viewer.viewer().account();
        return (request.asks(account) && viewer.mayPost(request.group()))
                || (proposal != null && proposal.account().equals(account) && viewer.mayPost(proposal.group()))
                || mayPropose(viewer, request);
    }

    /** The liaison workers of whoever asked. */
    public static boolean mayPropose(Visibility viewer, LinkRequest request) {
        return ConstellationPolicy.mayOversee(viewer, request.group());
    }
}

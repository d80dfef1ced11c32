package hub.forum.groups;

import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * The one rule of who may see what, for one viewer in one request. Every read of what groups hold takes it: a query adds its criterion, so that what
 * is hidden is not found rather than filtered away; what is remembered is asked for by its predicate.
 */
public final class Visibility {
    private static final Visibility NOTHING = new Visibility(Viewer.nobody(), Set.of(), Map.of(), Set.of(), Set.of());

    private final Viewer viewer;
    private final Set<String> open;
    private final Map<String, Membership> memberships;
    private final Set<String> agreementFirst;
    private final Set<String> entered;

    /**
     * @param open ids of the groups that every approved person reads
     * @param memberships the viewer's, by group
     * @param agreementFirst those of them whose agreement the viewer has yet to accept
     * @param entered groups that a moderator has entered with a recorded reason, still valid
     */
    Visibility(
            Viewer viewer,
            Set<String> open,
            Map<String, Membership> memberships,
            Set<String> agreementFirst,
            Set<String> entered) {
        this.viewer = viewer;
        this.open = Set.copyOf(open);
        this.memberships = Map.copyOf(memberships);
        this.agreementFirst = Set.copyOf(agreementFirst);
        this.entered = Set.copyOf(entered);
    }

    static Visibility nothing() {
        return NOTHING;
    }

    public Viewer viewer() {
        return viewer;
    }

    /** Groups whose content the viewer may read now. */
    public Set<String> readable() {
        Set<String> readable = new HashSet<>(open);
        readable.addAll(memberships.keySet());
        readable.removeAll(agreementFirst);
        readable.addAll(entered);
        return readable;
    }

    /** Groups the viewer is in, whether or not the agreement has been accepted yet. */
    public Set<String> own() {
        return memberships.keySet();
    }

    /** Own groups that the viewer reads now. */
    public Set<String> ownReadable() {
        Set<String> own = new HashSet<>(memberships.keySet());
        own.removeAll(agreementFirst);
        return own;
    }

    /** For content: its group is among those the viewer may read now. */
    public Criteria readable(String field) {
        return Criteria.where(field).in(readable());
    }

    /** For finding a single thing whose group may ask for the agreement first: {@link #requireRead} decides that. */
    public Criteria reachable(String field) {
        Set<String> reachable = readable();
        reachable.addAll(agreementFirst);
        return Criteria.where(field).in(reachable);
    }

    /** For the groups themselves: open and closed ones are listed for the approved, hidden ones for those inside. */
    public boolean knows(Group group) {
        return viewer.approved()
                && (group.privacy() != Group.Privacy.HIDDEN
                        || memberships.containsKey(group.id())
                        || entered.contains(group.id()));
    }

    /** For an administrator's work on groups: all but mentorships, by name and settings. No right to content comes with it. */
    public Criteria managed() {
        return viewer.administrator() ? Criteria.where("kind").in(Group.Kind.managed()) : none();
    }

    /** @throws NotAllowed unless the viewer is an administrator */
    public void requireManager() {
        if (!viewer.administrator()) {
            throw new NotAllowed();
        }
    }

    public boolean manages(Group group) {
        return viewer.administrator() && Group.Kind.managed().contains(group.kind());
    }

    /** For acts that a member or an administrator may do. */
    public boolean knowsOrManages(Group group) {
        return manages(group) || knows(group);
    }

    private static Criteria none() {
        return Criteria.where("_id").in(Set.of());
    }

    /** As {@link #reachable(String)}, for a single thing that is at hand. */
    public boolean reaches(String group) {
        return mayRead(group) || agreementFirst.contains(group);
    }

    public boolean mayRead(String group) {
        return (open.contains(group) || memberships.containsKey(group) || entered.contains(group))
                && !(agreementFirst.contains(group) && !entered.contains(group));
    }

    public boolean mustAgreeFirst(String group) {
        return agreementFirst.contains(group) && !entered.contains(group);
    }

    /**
     * @throws AgreementFirst if the viewer is a member who has yet to accept the agreement
     * @throws NotAllowed if the viewer may not read there
     */
    public void requireRead(String group) {
        if (mustAgreeFirst(group)) {
            throw new AgreementFirst(group);
        }
        if (!mayRead(group)) {
            throw new NotAllowed();
        }
    }

    /**
     * Those who read the group see who is in it; administrators do for their work, without reading.
     *
     * @throws AgreementFirst if the viewer is a member who has yet to accept the agreement
     * @throws NotAllowed if the viewer may not know who is there
     */
    public void requireSeesPeople(String group) {
        if (!viewer.administrator()) {
            requireRead(group);
        }
    }

    /** Whether the viewer may write: everybody who reads, but not a moderator who came in to look. */
    public boolean mayPost(String group) {
        return mayRead(group) && (open.contains(group) || memberships.containsKey(group));
    }

    public @Nullable Membership membership(String group) {
        return memberships.get(group);
    }

    public boolean isMember(String group) {
        return memberships.containsKey(group);
    }

    /** Whether the viewer entered as a moderator, with a reason that members can see. */
    public boolean hasEntered(String group) {
        return entered.contains(group);
    }

    /** Facilitator or liaison worker of this very group. */
    public boolean leads(String group) {
        Membership membership = memberships.get(group);
        return membership != null && membership.role().leads() && mayRead(group);
    }
}

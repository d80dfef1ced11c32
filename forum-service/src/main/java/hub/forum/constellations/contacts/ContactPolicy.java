package hub.forum.constellations.contacts;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.groups.Visibility;

/** Who may see and change support contacts. */
public final class ContactPolicy {
    private ContactPolicy() {}

    /** Carers what was for them, those who keep the constellation all of it; each only as long as that is so. */
    public static boolean maySee(Visibility viewer, SupportContact contact) {
        return viewer.mayPost(contact.group())
                && (contact.carer().equals(viewer.viewer().account())
                        || ConstellationPolicy.mayKeep(viewer, contact.group()));
    }

    /** To take out what was a mistake: whoever wrote it down, and the liaison worker. */
    public static boolean mayRemove(Visibility viewer, SupportContact contact) {
        return maySee(viewer, contact)
                && (contact.by().equals(viewer.viewer().account())
                        || ConstellationPolicy.mayOversee(viewer, contact.group()));
    }
}

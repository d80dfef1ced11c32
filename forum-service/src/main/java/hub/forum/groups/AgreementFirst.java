package hub.forum.groups;

/** The viewer is a member and may read once they have accepted the group's agreement. Led there by the groups' own advice. */
public final class AgreementFirst extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String group;

    public AgreementFirst(String group) {
        super("agreement first", null, false, false);
        this.group = group;
    }

    public String group() {
        return group;
    }
}

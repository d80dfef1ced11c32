package hub.forum.groups;

/**
 * A page of a group, such as its meetings, with a link in the head of all of them. A feature provides one as a bean; {@code @Order} says where it stands. The page behind
 * the link is the feature's own.
 */
public interface GroupSection {
    /** What the links are told apart by. */
    String name();

    /** Of the words of the link. */
    String messageKey();

    /** Whether such a group has it. */
    boolean in(Group group);

    String href(Group group);
}

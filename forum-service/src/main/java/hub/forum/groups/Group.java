package hub.forum.groups;

import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A board, or a group of people.
 *
 * @param agreement what members promise each other; null for a board
 * @param readers how many people of each kind can read, kept right with each change of membership; zero for open groups, where every approved person can
 */
public record Group(
        String id,
        String name,
        String slug,
        Kind kind,
        Privacy privacy,
        String area,
        String purpose,
        @Nullable String venue,
        @Nullable Agreement agreement,
        Readers readers,
        @Nullable String formKey,
        Instant createdAt,
        String createdBy) {

    /** The pages of a group: a slug that equals one of them would hide the group's first page behind it. */
    private static final Set<String> PAGES =
            Set.of("about", "agreement", "ask", "edit", "enter", "leave", "manage", "nominate", "people", "requests");

    /** What kind of group; boards have no members. */
    public enum Kind implements Slug {
        BOARD,
        PEER_SUPPORT_GROUP,
        CONSTELLATION,
        COMMUNITY_CLUSTER,
        /** A mentor and her mentee. It begins and ends with their mentorship, and nobody else is brought in. */
        MENTORSHIP,
        /** Two carers whom a cultural link has brought together. It begins and ends with the link, and nobody else is brought in. */
        CULTURAL_LINK;

        /** The kinds that an administrator makes and looks after. */
        public static List<Kind> managed() {
            return List.of(BOARD, PEER_SUPPORT_GROUP, CONSTELLATION, COMMUNITY_CLUSTER);
        }

        /** Whether it is a conversation of two, which begins and ends with a scheme. */
        public boolean ofTwo() {
            return this == MENTORSHIP || this == CULTURAL_LINK;
        }

        /** The sign that the pages show. */
        public String emblem() {
            return switch (this) {
                case BOARD -> "board";
                case PEER_SUPPORT_GROUP, MENTORSHIP, CULTURAL_LINK -> "peer";
                case CONSTELLATION -> "constellation";
                case COMMUNITY_CLUSTER -> "cluster";
            };
        }
    }

    /** Open: every approved person reads and posts. Closed: listed, the content is for members. Hidden: nobody else can tell that it exists. */
    public enum Privacy implements Slug {
        OPEN,
        CLOSED,
        HIDDEN
    }

    /**
     * A version of the group agreement. Accepted before the first read, and again when it changed.
     *
     * @param version from 1
     * @param html sanitised
     */
    public record Agreement(int version, String markdown, String html, int rendererVersion, Instant since) {}

    /**
     * How many can read, by what they are in the group.
     *
     * @param carers carers with no part of their own in the group
     * @param facilitators carers who facilitate
     * @param staff people of the fostering service, whatever their part, but for liaison workers
     */
    public record Readers(int carers, int facilitators, int liaisonWorkers, int hubCarers, int staff) {
        public static final Readers NONE = new Readers(0, 0, 0, 0, 0);

        public static Readers of(List<Membership> members) {
            int carers = 0;
            int facilitators = 0;
            int liaisonWorkers = 0;
            int hubCarers = 0;
            int staff = 0;
            for (Membership member : members) {
                if (member.role() == GroupRole.LIAISON_WORKER) {
                    liaisonWorkers++;
                } else if (!member.carer()) {
                    staff++;
                } else {
                    switch (member.role()) {
                        case MEMBER -> carers++;
                        case FACILITATOR -> facilitators++;
                        case HUB_CARER -> hubCarers++;
                        case LIAISON_WORKER -> throw new IllegalStateException("counted above");
                    }
                }
            }
            return new Readers(carers, facilitators, liaisonWorkers, hubCarers, staff);
        }

        public int all() {
            return allCarers() + liaisonWorkers + staff;
        }

        /** Hub carers and facilitators are carers too. */
        public int allCarers() {
            return carers + facilitators + hubCarers;
        }
    }

    /** Boards are open, constellations, mentorships and cultural links hidden, all others closed or hidden. */
    public static boolean allows(Kind kind, Privacy privacy) {
        return switch (kind) {
            case BOARD -> privacy == Privacy.OPEN;
            case CONSTELLATION, MENTORSHIP, CULTURAL_LINK -> privacy == Privacy.HIDDEN;
            case PEER_SUPPORT_GROUP, COMMUNITY_CLUSTER -> privacy != Privacy.OPEN;
        };
    }

    /**
     * A new group without members.
     *
     * @param html the agreement, rendered and sanitised; ignored for a board
     */
    public static Group begin(
            String id,
            GroupDetails details,
            String html,
            int rendererVersion,
            @Nullable String formKey,
            Instant at,
            String by) {
        Agreement agreement =
                details.hasAgreement() ? new Agreement(1, details.agreement(), html, rendererVersion, at) : null;
        return new Group(
                id,
                details.name(),
                slugOf(details.name()),
                details.kind(),
                details.privacy(),
                details.area(),
                details.purpose(),
                details.venue(),
                agreement,
                Readers.NONE,
                formKey,
                at,
                by);
    }

    /**
     * The group with other details. Another text of the agreement is another version, which members accept before they read on.
     *
     * @throws Rejected if the details would make the group another kind: households and rights hang on it
     */
    public Group describedAs(GroupDetails details, String html, int rendererVersion, Instant at) {
        if (details.kind() != kind) {
            throw new Rejected(GroupRefusal.KIND_FIXED);
        }
        return new Group(
                id,
                details.name(),
                slugOf(details.name()),
                kind,
                details.privacy(),
                details.area(),
                details.purpose(),
                details.venue(),
                details.hasAgreement() ? nextAgreement(details.agreement(), html, rendererVersion, at) : null,
                readers,
                formKey,
                createdAt,
                createdBy);
    }

    private Agreement nextAgreement(String markdown, String html, int rendererVersion, Instant at) {
        if (agreement != null && agreement.markdown().equals(markdown)) {
            return agreement;
        }
        return new Agreement(agreementVersion() + 1, markdown, html, rendererVersion, at);
    }

    public Group withReaders(Readers now) {
        return new Group(
                id, name, slug, kind, privacy, area, purpose, venue, agreement, now, formKey, createdAt, createdBy);
    }

    public static String slugOf(String name) {
        String slug = InputText.slug(name);
        return PAGES.contains(slug) ? slug + "-group" : slug;
    }

    /** Boards have none: every approved person is there. */
    public boolean hasMembers() {
        return kind != Kind.BOARD;
    }

    public boolean isPrivate() {
        return privacy != Privacy.OPEN;
    }

    /** Of a community cluster that is listed everybody may know when and where it meets; who comes, never. */
    public boolean datesArePublic() {
        return kind == Kind.COMMUNITY_CLUSTER && privacy == Privacy.CLOSED;
    }

    public boolean takesRequests() {
        return privacy == Privacy.CLOSED && hasMembers();
    }

    public String path() {
        return "/groups/" + id + "/" + slug;
    }

    public int agreementVersion() {
        return agreement == null ? 0 : agreement.version();
    }
}

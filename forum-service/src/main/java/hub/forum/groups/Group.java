package hub.forum.groups;

import java.time.Instant;
import java.util.List;
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

    /** What kind of group; boards have no members. */
    public enum Kind {
        BOARD,
        PEER_SUPPORT_GROUP,
        CONSTELLATION,
        COMMUNITY_CLUSTER;

        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /** The sign that the pages show. */
        public String emblem() {
            return switch (this) {
                case BOARD -> "board";
                case PEER_SUPPORT_GROUP -> "peer";
                case CONSTELLATION -> "constellation";
                case COMMUNITY_CLUSTER -> "cluster";
            };
        }
    }

    /** Open: every approved person reads and posts. Closed: listed, the content is for members. Hidden: nobody else can tell that it exists. */
    public enum Privacy {
        OPEN,
        CLOSED,
        HIDDEN;

        public String slug() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A version of the group agreement. Accepted before the first read, and again when it changed.
     *
     * @param version from 1
     * @param html sanitised
     */
    public record Agreement(int version, String markdown, String html, int rendererVersion, Instant since) {}

    /** How many can read, by what they are in the group. */
    public record Readers(int carers, int facilitators, int liaisonWorkers, int hubCarers) {
        public static final Readers NONE = new Readers(0, 0, 0, 0);

        public static Readers of(List<Membership> members) {
            int[] counts = new int[GroupRole.values().length];
            members.forEach(member -> counts[member.role().ordinal()]++);
            return new Readers(
                    counts[GroupRole.MEMBER.ordinal()],
                    counts[GroupRole.FACILITATOR.ordinal()],
                    counts[GroupRole.LIAISON_WORKER.ordinal()],
                    counts[GroupRole.HUB_CARER.ordinal()]);
        }

        /** Hub carers and facilitators are carers too. */
        public int allCarers() {
            return carers + facilitators + hubCarers;
        }
    }

    public String path() {
        return "/groups/" + id + "/" + slug;
    }

    public int agreementVersion() {
        return agreement == null ? 0 : agreement.version();
    }
}

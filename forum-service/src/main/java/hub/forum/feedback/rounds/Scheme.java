package hub.forum.feedback.rounds;

import hub.platform.text.Slug;

/** What a round asks about. */
public enum Scheme implements Slug {
    ALL,
    PEER_GROUPS,
    CLUSTERS,
    MOCKINGBIRD,
    MENTORING,
    AMBASSADORS,
    TRAINING,
    FORUM
}

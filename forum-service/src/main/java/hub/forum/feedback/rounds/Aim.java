package hub.forum.feedback.rounds;

import hub.platform.text.Slug;

/** What peer support is for, as the policy says. A question on a scale may ask how far one of them is met. */
public enum Aim implements Slug {
    LESS_ISOLATION,
    MORE_CONFIDENCE,
    PRACTICAL_HELP,
    QUALITY_OF_CARE
}

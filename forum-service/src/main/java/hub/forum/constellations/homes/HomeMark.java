package hub.forum.constellations.homes;

import hub.platform.text.Slug;

/** What a liaison worker notes of a home, for inviting homes to what suits them. Of the home as a whole: nothing here says who or how many. */
public enum HomeMark implements Slug {
    BROTHERS_AND_SISTERS,
    TEENAGERS,
    UNDER_FIVES
}

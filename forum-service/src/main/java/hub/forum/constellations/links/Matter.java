package hub.forum.constellations.links;

import hub.platform.text.Slug;

/** What a cultural link is about. */
public enum Matter implements Slug {
    CULTURE,
    FAITH,
    LANGUAGE,
    HAIR_AND_SKIN,
    FOOD,
    ORIGIN
}

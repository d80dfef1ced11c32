package hub.forum.constellations.links;

/**
 * How many links a constellation's carers had in a year. Of nobody in particular: a request that is withdrawn leaves no more than a number.
 *
 * @param id of group and year
 * @param proposed how often somebody was proposed; likewise the others
 */
public record LinkYear(String id, int proposed, int introduced, int helped, int partly, int notHelped) {

    static String id(String group, int year) {
        return group + ":" + year;
    }

    static LinkYear none(String id) {
        return new LinkYear(id, 0, 0, 0, 0, 0);
    }

    LinkYear oneProposed() {
        return new LinkYear(id, proposed + 1, introduced, helped, partly, notHelped);
    }

    LinkYear oneIntroduced() {
        return new LinkYear(id, proposed, introduced + 1, helped, partly, notHelped);
    }

    LinkYear oneClosed(LinkRequest.Helped answer) {
        return switch (answer) {
            case YES -> new LinkYear(id, proposed, introduced, helped + 1, partly, notHelped);
            case PARTLY -> new LinkYear(id, proposed, introduced, helped, partly + 1, notHelped);
            case NO -> new LinkYear(id, proposed, introduced, helped, partly, notHelped + 1);
        };
    }
}

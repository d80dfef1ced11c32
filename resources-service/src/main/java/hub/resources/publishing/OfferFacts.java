package hub.resources.publishing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A kinship local offer: who answers for it, and what it says of each fixed topic. In a draft any of it may be missing: empty.
 *
 * @param manager the name of the senior manager
 * @param managerRole what they are, such as "Head of kinship care"
 * @param contact how they are reached, in words
 * @param reviewBy by when it is to be looked at again, such as 2026-09-14: a text, as a day has no time zone
 * @param topics Markdown by the slug of the topic; those that are missing are not in it
 */
public record OfferFacts(
        String manager, String managerRole, String contact, String reviewBy, Map<String, String> topics) {
    /** Of what is said of one topic, in code points. */
    public static final int LONGEST_TOPIC = 4_000;

    public OfferFacts {
        topics = Map.copyOf(topics);
    }

    /** A named senior manager, a way to reach them and a day for the review are there; topics may be missing, which editors are told. */
    boolean complete() {
        return !manager.isEmpty() && !managerRole.isEmpty() && !contact.isEmpty() && !reviewBy.isEmpty();
    }

    public String says(OfferTopic topic) {
        return topics.getOrDefault(topic.slug(), "");
    }

    /** Of the fixed topics those that it says something about, in their order. */
    public List<OfferTopic> said() {
        return Stream.of(OfferTopic.values())
                .filter(topic -> !says(topic).isEmpty())
                .toList();
    }

    /** Of the fixed topics those that it says nothing about, in their order. */
    public List<OfferTopic> missing() {
        return Stream.of(OfferTopic.values())
                .filter(topic -> says(topic).isEmpty())
                .toList();
    }

    OfferFacts reviewedBy(String day) {
        return new OfferFacts(manager, managerRole, contact, day, topics);
    }
}

package hub.forum.constellations.links;

import hub.platform.consents.Consents;
import hub.platform.refusals.Rejected;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a carer offers to tell others about.
 *
 * @param id of constellation and account: a carer has one
 * @param words on each matter, 3 to {@value #MOST_WORDS} characters
 * @param shown what a liaison worker and somebody to whom it is proposed may see, each since when she agreed to it
 * @param held the request for which it is proposed or introduced now; null if it is free: one at a time
 * @param version from 1, one more with each change
 */
public record LinkOffer(
        String id,
        String group,
        String household,
        String account,
        Map<Matter, String> words,
        Map<Matter, Instant> shown,
        @Nullable String held,
        int version) {
    public static final int MOST_WORDS = 160;

    public LinkOffer {
        words = Map.copyOf(words);
        shown = Map.copyOf(shown);
    }

    static String id(String group, String account) {
        return group + ":" + account;
    }

    static LinkOffer none(String group, String household, String account) {
        return new LinkOffer(id(group, account), group, household, account, Map.of(), Map.of(), null, 0);
    }

    /** With other words. A consent that stands keeps its date; what she says nothing of is not shown. */
    LinkOffer describe(Map<Matter, String> next, Set<Matter> consents, Instant at) {
        Map<Matter, Instant> dated = Consents.given(
                Matter.class, shown, consents.stream().filter(next::containsKey).toList(), at);
        return new LinkOffer(id, group, household, account, next, dated, held, version + 1);
    }

    /** From now on nobody sees this any more. */
    LinkOffer withdraw(Matter matter) {
        return new LinkOffer(
                id, group, household, account, words, Consents.without(Matter.class, shown, matter), held, version + 1);
    }

    /** @throws Rejected if it is proposed for another request, or shows nothing */
    LinkOffer take(String request) {
        if (held != null && !held.equals(request)) {
            throw new Rejected(LinkRefusal.OFFER_TAKEN);
        }
        if (shown.isEmpty()) {
            throw new Rejected(LinkRefusal.OFFER_GONE);
        }
        return holding(request);
    }

    /** Free again. */
    LinkOffer release() {
        return holding(null);
    }

    private LinkOffer holding(@Nullable String request) {
        return new LinkOffer(id, group, household, account, words, shown, request, version + 1);
    }

    /** In another constellation, with the household. */
    LinkOffer in(String next) {
        return new LinkOffer(id(next, account), next, household, account, words, shown, held, version + 1);
    }

    public boolean shows(Matter matter) {
        return shown.containsKey(matter) && words.containsKey(matter);
    }
}

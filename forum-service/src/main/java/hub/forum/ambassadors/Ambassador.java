package hub.forum.ambassadors;

import hub.platform.consents.Consents;
import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A carer who talks to people that think of fostering, or has been asked to.
 *
 * @param id the account
 * @param shown what of the profile is published, each since when she agreed to it
 * @param capacity with how many people at once, 1 to {@link #MOST}
 * @param taken places that are held: a proposal holds one from the moment she is asked, so that whoever is full is never asked
 * @param since when she came into her state
 * @param version from 1, one more with each change
 */
public record Ambassador(
        String id,
        Profile profile,
        Map<Attribute, Instant> shown,
        int capacity,
        int taken,
        State state,
        Instant since,
        int version) {
    public static final int MOST = 6;

    public Ambassador {
        shown = Map.copyOf(shown);
    }

    /** How far it is. */
    public enum State implements Slug {
        /** A recruitment officer has asked her, and she has not answered. */
        ASKED,
        ACTIVE,
        PAUSED,
        ENDED;
    }

    /**
     * What she says of herself.
     *
     * @param household null if she has not said
     * @param heritage in her own words, to 200 characters; likewise faith
     * @param languages in her own words, such as "Punjabi, Urdu", to 120 characters
     * @param visits whether she comes along to first visits
     * @param media whether the press office may ask her; each activity needs her word by itself
     */
    public record Profile(
            @Nullable Household household,
            List<Fostering> fostering,
            String heritage,
            String faith,
            String languages,
            boolean visits,
            boolean media) {
        public static final Profile EMPTY = new Profile(null, List.of(), "", "", "", false, false);

        public Profile {
            fostering = List.copyOf(fostering);
        }

        /** Whether there is anything to publish. A first name there always is. */
        boolean says(Attribute attribute) {
            return switch (attribute) {
                case NAME -> true;
                case HOUSEHOLD -> household != null;
                case FOSTERING -> !fostering.isEmpty();
                case HERITAGE -> !heritage.isEmpty();
                case FAITH -> !faith.isEmpty();
                case LANGUAGES -> !languages.isEmpty();
            };
        }
    }

    /** What can be published, each by its own consent. */
    public enum Attribute implements Slug {
        NAME,
        HOUSEHOLD,
        FOSTERING,
        HERITAGE,
        FAITH,
        LANGUAGES;
    }

    /** One who has been asked. */
    static Ambassador ask(String id, Instant at) {
        return new Ambassador(id, Profile.EMPTY, Map.of(), 1, 0, State.ASKED, at, 1);
    }

    /** Asked once more after it ended; asked twice she is asked once. */
    Ambassador askAgain(Instant at) {
        return state == State.ENDED ? in(State.ASKED, at) : this;
    }

    /**
     * With another profile. Whoever was asked has said yes with it. A consent that stands keeps its date; what she says nothing of is not published.
     *
     * @throws Rejected if it has ended, or there would be fewer places than are held
     */
    Ambassador describe(Profile next, Set<Attribute> consents, int places, Instant at) {
        if (state == State.ENDED) {
            throw new Rejected(AmbassadorRefusal.ENDED);
        }
        if (places < taken) {
            throw new Rejected(AmbassadorRefusal.BELOW_TAKEN, taken);
        }
        Map<Attribute, Instant> dated = Consents.given(
                Attribute.class, shown, consents.stream().filter(next::says).toList(), at);
        boolean accepts = state == State.ASKED;
        return new Ambassador(
                id, next, dated, places, taken, accepts ? State.ACTIVE : state, accepts ? at : since, version + 1);
    }

    /** From now on this is not published any more. */
    Ambassador withdraw(Attribute attribute) {
        Map<Attribute, Instant> left = Consents.without(Attribute.class, shown, attribute);
        return new Ambassador(id, profile, left, capacity, taken, state, since, version + 1);
    }

    /** Nobody new is proposed to her, and she is not on the public page. @throws Rejected unless she is active or paused */
    Ambassador pause(boolean pause, Instant at) {
        if (state != State.ACTIVE && state != State.PAUSED) {
            throw new Rejected(AmbassadorRefusal.NOT_NOW);
        }
        State next = pause ? State.PAUSED : State.ACTIVE;
        return next == state ? this : in(next, at);
    }

    /** It is over, or she says no. Nothing of what she said of herself stays. */
    Ambassador end(Instant at) {
        return state == State.ENDED
                ? this
                : new Ambassador(id, Profile.EMPTY, Map.of(), capacity, taken, State.ENDED, at, version + 1);
    }

    /** Holds a place. @throws Rejected if she is full, or nobody is to be proposed to her */
    Ambassador take() {
        if (state != State.ACTIVE) {
            throw new Rejected(AmbassadorRefusal.NOT_ACTIVE);
        }
        if (free() == 0) {
            throw new Rejected(AmbassadorRefusal.FULL);
        }
        return new Ambassador(id, profile, shown, capacity, taken + 1, state, since, version + 1);
    }

    /** A place is free again. */
    Ambassador release() {
        return new Ambassador(id, profile, shown, capacity, Math.max(0, taken - 1), state, since, version + 1);
    }

    private Ambassador in(State next, Instant at) {
        return new Ambassador(id, profile, shown, capacity, taken, next, at, version + 1);
    }

    public int free() {
        return Math.max(0, capacity - taken);
    }

    public boolean active() {
        return state == State.ACTIVE;
    }

    public boolean shows(Attribute attribute) {
        return shown.containsKey(attribute);
    }

    /** Whether one of her languages is the one that is asked for, in whichever order and case she wrote them. */
    public boolean speaks(String language) {
        return !wordsOf(language).isEmpty() && wordsOf(profile.languages()).containsAll(wordsOf(language));
    }

    /** The words of what somebody asked for that she uses of her own heritage and faith. Nothing is taken for another word. */
    public List<String> says(String background) {
        Set<String> own = new java.util.HashSet<>(wordsOf(profile.heritage()));
        own.addAll(wordsOf(profile.faith()));
        return wordsOf(background).stream()
                .filter(word -> word.length() >= LEAST_LETTERS && own.contains(word))
                .toList();
    }

    private static final int LEAST_LETTERS = 4;

    private static List<String> wordsOf(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}

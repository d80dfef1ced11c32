package hub.forum.mentoring.mentors;

import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A carer who mentors others.
 *
 * @param id the account
 * @param shown what of the profile a mentee may see, each since when she agreed to it
 * @param capacity how many mentees at once, 1 to 6
 * @param taken places that are held: a proposal holds one from the moment she is asked, so that whoever is full is never asked
 * @param paused whether nobody is proposed to her; also before she has filled in her profile
 * @param mentoredBy the mentor that she had herself; null if she had none here
 * @param version from 1, one more with each change
 */
public record Mentor(
        String id,
        Profile profile,
        Map<Attribute, Instant> shown,
        int capacity,
        int taken,
        boolean paused,
        @Nullable String mentoredBy,
        Instant since,
        int version) {
    public static final int MOST = 6;

    public Mentor {
        shown = Map.copyOf(shown);
    }

    /**
     * What she says of herself.
     *
     * @param experience to 600 characters
     * @param languages in her own words, such as "Punjabi, Urdu", to 120 characters
     * @param availability in her own words, to 200 characters
     */
    public record Profile(String experience, List<Topic> topics, String languages, String availability) {
        public static final Profile EMPTY = new Profile("", List.of(), "", "");

        public Profile {
            topics = List.copyOf(topics);
        }
    }

    /** What a mentee may be shown, each by its own consent. */
    public enum Attribute implements Slug {
        EXPERIENCE,
        TOPICS,
        LANGUAGES,
        AVAILABILITY
    }

    /** One who has not filled in a profile: nobody is proposed to her yet. */
    public static Mentor begin(String id, @Nullable String mentoredBy, Instant at) {
        return new Mentor(id, Profile.EMPTY, Map.of(), 1, 0, true, mentoredBy, at, 1);
    }

    /**
     * With another profile. Who filled it in for the first time can be asked from now on. A consent that stands keeps its date.
     *
     * @throws Rejected if there would be fewer places than are held
     */
    public Mentor describe(Profile next, Set<Attribute> consents, int places, Instant at) {
        if (places < taken) {
            throw new Rejected(MentorRefusal.BELOW_TAKEN, taken);
        }
        Map<Attribute, Instant> dated = new EnumMap<>(Attribute.class);
        consents.forEach(one -> dated.put(one, shown.getOrDefault(one, at)));
        boolean first = profile.equals(Profile.EMPTY);
        return new Mentor(id, next, dated, places, taken, !first && paused, mentoredBy, since, version + 1);
    }

    /** Who has not filled in a profile stays paused. */
    public Mentor pause(boolean pause) {
        boolean paused = pause || profile.equals(Profile.EMPTY);
        return new Mentor(id, profile, shown, capacity, taken, paused, mentoredBy, since, version + 1);
    }

    /** Holds a place. @throws Rejected if she is full or paused */
    public Mentor take() {
        if (paused) {
            throw new Rejected(MentorRefusal.PAUSED);
        }
        if (free() == 0) {
            throw new Rejected(MentorRefusal.FULL);
        }
        return new Mentor(id, profile, shown, capacity, taken + 1, false, mentoredBy, since, version + 1);
    }

    /** A place is free again. */
    public Mentor release() {
        return new Mentor(id, profile, shown, capacity, Math.max(0, taken - 1), paused, mentoredBy, since, version + 1);
    }

    public int free() {
        return Math.max(0, capacity - taken);
    }

    public boolean shows(Attribute attribute) {
        return shown.containsKey(attribute);
    }

    /** Whether one of her languages is the one that is asked for; in whichever order and case she wrote them. */
    public boolean speaks(String language) {
        String wanted = language.toLowerCase(java.util.Locale.ROOT);
        return !wanted.isBlank()
                && List.of(profile.languages()
                                .toLowerCase(java.util.Locale.ROOT)
                                .split("[^\\p{L}]+"))
                        .contains(wanted);
    }
}

package hub.forum.profiles.web;

import hub.forum.profiles.Audience;
import hub.forum.profiles.Profile;
import hub.forum.profiles.TalkAbout;
import hub.platform.forms.Checked;
import hub.platform.forms.Text;
import hub.platform.guard.Careful;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.validation.Errors;

/**
 * What somebody says of themselves.
 *
 * @param since a year; empty for none
 * @param topics as in {@link TalkAbout#slug}
 * @param aboutFor as in {@link Audience#slug}, and so the other two
 * @param revision of the profile that was on the page
 */
record OwnProfileForm(
        @Careful @Text(most = Profile.LONGEST_ABOUT, message = "profiles.about.length")
        String about,

        String aboutFor,
        String since,
        String sinceFor,
        Set<String> topics,
        String topicsFor,
        String revision)
        implements Checked {
    OwnProfileForm {
        about = InputText.cleanText(about).strip();
        aboutFor = InputText.orEmpty(aboutFor);
        since = InputText.clean(since);
        sinceFor = InputText.orEmpty(sinceFor);
        topics = topics == null ? Set.of() : Set.copyOf(topics);
        topicsFor = InputText.orEmpty(topicsFor);
        revision = InputText.clean(revision);
    }

    static OwnProfileForm of(Profile profile) {
        return new OwnProfileForm(
                profile.about(),
                profile.shown().about().slug(),
                profile.since() == 0 ? "" : String.valueOf(profile.since()),
                profile.shown().since().slug(),
                profile.topics().stream().map(TalkAbout::slug).collect(Collectors.toSet()),
                profile.shown().topics().slug(),
                String.valueOf(profile.revision()));
    }

    @Override
    public void check(Errors errors) {
        if (!since.isEmpty() && InputText.number(since) < Profile.EARLIEST_YEAR) {
            errors.rejectValue("since", "profiles.since.wrong");
        }
        requireAudience(aboutFor, "aboutFor", errors);
        requireAudience(sinceFor, "sinceFor", errors);
        requireAudience(topicsFor, "topicsFor", errors);
    }

    private static void requireAudience(String said, String field, Errors errors) {
        if (Slug.find(Audience.class, said).isEmpty()) {
            errors.rejectValue(field, "profiles.audience.missing");
        }
    }

    /** Of a form without mistakes. */
    Profile.Said said() {
        return new Profile.Said(
                about,
                since.isEmpty() ? 0 : InputText.number(since),
                TalkAbout.of(topics),
                new Profile.Shown(audience(aboutFor), audience(sinceFor), audience(topicsFor)));
    }

    private static Audience audience(String said) {
        return Slug.find(Audience.class, said).orElse(Audience.NOBODY);
    }
}

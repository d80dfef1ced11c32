package hub.forum.mentoring.web;

import hub.forum.mentoring.mentors.Mentor;
import hub.forum.mentoring.mentors.Topic;
import hub.platform.forms.Checked;
import hub.platform.forms.Text;
import hub.platform.text.InputText;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.validation.Errors;

/**
 * What a mentor says of herself.
 *
 * @param topics as in {@link Topic#slug}; shown as in {@link Mentor.Attribute#slug}
 * @param capacity a number
 */
record ProfileForm(
        @Text(most = 600, message = "mentoring.profile.experience.length")
        String experience,

        Set<String> topics,

        @Text(most = 120, message = "mentoring.profile.languages.length")
        String languages,

        @Text(most = 200, message = "mentoring.profile.availability.length")
        String availability,

        String capacity,
        Set<String> shown)
        implements Checked {
    ProfileForm {
        experience = InputText.cleanText(experience).strip();
        topics = topics == null ? Set.of() : Set.copyOf(topics);
        languages = InputText.clean(languages);
        availability = InputText.clean(availability);
        capacity = InputText.clean(capacity);
        shown = shown == null ? Set.of() : Set.copyOf(shown);
    }

    static ProfileForm of(Mentor mentor) {
        return new ProfileForm(
                mentor.profile().experience(),
                mentor.profile().topics().stream().map(Topic::slug).collect(Collectors.toSet()),
                mentor.profile().languages(),
                mentor.profile().availability(),
                String.valueOf(mentor.capacity()),
                mentor.shown().keySet().stream().map(Mentor.Attribute::slug).collect(Collectors.toSet()));
    }

    @Override
    public void check(Errors errors) {
        if (Topic.of(topics).isEmpty()) {
            errors.rejectValue("topics", "mentoring.profile.topics.missing");
        }
        int places = InputText.number(capacity);
        if (places < 1 || places > Mentor.MOST) {
            errors.rejectValue("capacity", "mentoring.profile.capacity.wrong");
        }
    }

    /** Of a form without mistakes. */
    Mentor.Profile profile() {
        return new Mentor.Profile(experience, Topic.of(topics), languages, availability);
    }

    Set<Mentor.Attribute> consents() {
        return Arrays.stream(Mentor.Attribute.values())
                .filter(one -> shown.contains(one.slug()))
                .collect(Collectors.toSet());
    }

    int places() {
        return InputText.number(capacity);
    }
}

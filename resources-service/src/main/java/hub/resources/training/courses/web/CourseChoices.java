package hub.resources.training.courses.web;

import hub.platform.forms.Choice;
import hub.resources.audiences.Audience;
import hub.resources.standards.TsdStandards;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.Mandatory;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What can be chosen for a course. */
@Component
class CourseChoices {
    private final MessageSource messages;
    private final TsdStandards standards;

    CourseChoices(MessageSource messages, TsdStandards standards) {
        this.messages = messages;
        this.standards = standards;
    }

    CoursePages.CourseEdit edit(String action, @Nullable Course course) {
        return new CoursePages.CourseEdit(action, course, audiences(), mandatory(), standards());
    }

    private List<Choice> audiences() {
        return Stream.of(Audience.CARERS, Audience.KINSHIP, Audience.STAFF)
                .map(Audience::slug)
                .map(slug -> new Choice(slug, say("publishing.for." + slug), null))
                .toList();
    }

    private List<Choice> mandatory() {
        return Stream.of(Mandatory.values())
                .map(Mandatory::slug)
                .map(slug -> new Choice(slug, say("training.mandatory." + slug), null))
                .toList();
    }

    List<Choice> standards() {
        return standards.all().stream()
                .map(standard -> new Choice(
                        Integer.toString(standard.number()), standard.number() + " " + standard.name(), null))
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}

package hub.forum.mentoring.web;

import hub.forum.mentoring.Matching;
import hub.forum.mentoring.Mentorship;
import hub.forum.mentoring.mentors.Mentor;
import hub.forum.mentoring.mentors.Topic;
import hub.platform.forms.Choice;
import hub.platform.identity.Names;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How pages say it. */
@Component
class MentoringWords {
    private final MessageSource messages;
    private final Times times;

    MentoringWords(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /**
     * One mentorship in a list.
     *
     * @param who the other person, or both; empty while nobody is proposed
     */
    record Line(String href, String who, String state, Moment since) {}

    /** @param people whose names stand in the line */
    Line line(Mentorship mentorship, String href, Names names, String... people) {
        return new Line(
                href,
                Stream.of(people)
                        .filter(person -> !person.isEmpty())
                        .map(person -> names.of(person).name())
                        .collect(Collectors.joining(say("mentoring.and"))),
                state(mentorship),
                times.say(mentorship.since()));
    }

    String state(Mentorship mentorship) {
        Mentorship.Ending ending = mentorship.ending();
        return ending == null
                ? say("mentoring.state." + mentorship.state().slug())
                : say("mentoring.ending." + ending.slug());
    }

    Moment at(java.time.Instant instant) {
        return times.say(instant);
    }

    String topic(Topic topic) {
        return say("mentoring.topic." + topic.slug());
    }

    String topics(Collection<Topic> topics) {
        return topics.stream().map(this::topic).collect(Collectors.joining(", "));
    }

    List<Choice> topicChoices() {
        return Arrays.stream(Topic.values())
                .map(topic -> new Choice(topic.slug(), topic(topic), null))
                .toList();
    }

    List<Choice> attributeChoices() {
        return Arrays.stream(Mentor.Attribute.values())
                .map(one -> new Choice(one.slug(), say("mentoring.attribute." + one.slug()), null))
                .toList();
    }

    List<String> against(Matching.Candidate candidate) {
        return candidate.against().stream()
                .map(one -> say("mentoring.against." + one.slug()))
                .toList();
    }

    /** The other of the two for one of them; the mentor for everybody else. Empty while nobody is proposed. */
    static String other(Mentorship mentorship, String account) {
        String mentor = mentorship.mentor();
        if (mentor == null) {
            return "";
        }
        return mentor.equals(account) ? mentorship.mentee() : mentor;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}

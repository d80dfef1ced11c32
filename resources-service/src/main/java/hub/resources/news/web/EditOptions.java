package hub.resources.news.web;

import hub.platform.forms.Choice;
import hub.platform.text.Slug;
import hub.resources.audiences.Audience;
import hub.resources.audiences.Audiences;
import hub.resources.publishing.GuideTopics;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Publication;
import hub.resources.publishing.Reviews;
import hub.resources.publishing.State;
import hub.resources.standards.TsdStandards;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an editor can choose from. */
@Component
class EditOptions {
    private final MessageSource messages;
    private final TsdStandards standards;
    private final Reviews reviews;
    private final List<GuideTopics.Named> topics;

    EditOptions(MessageSource messages, TsdStandards standards, Reviews reviews, GuideTopics topics) {
        this.topics = topics.all();
        this.messages = messages;
        this.reviews = reviews;
        this.standards = standards;
    }

    /**
     * @param widen the box to tick where the form would let more people read what is published; empty where it would not
     * @param reviewed whether a second person must look before readers see it
     */
    record Offered(
            List<Choice> audiences,
            List<Choice> standards,
            List<Choice> topics,
            List<Choice> widen,
            boolean reviewed) {}

    /** @param published null for a new one */
    Offered offered(Kind kind, PublicationForm form, @Nullable Publication published) {
        return new Offered(audiences(), standards(), topics(), widen(form, published), reviews.mustBe(kind));
    }

    private List<Choice> widen(PublicationForm form, @Nullable Publication published) {
        return Slug.find(Audience.class, form.audience())
                .filter(audience -> published != null
                        && published.state() == State.PUBLISHED
                        && Audiences.reachesBeyond(audience, published.audience()))
                .map(audience -> new Choice(audience.slug(), say("news.widen." + audience.slug()), null))
                .stream()
                .toList();
    }

    private List<Choice> audiences() {
        return Stream.of(Audience.values())
                .map(audience -> new Choice(
                        audience.slug(),
                        say("news.audience." + audience.slug()),
                        say("news.audience." + audience.slug() + ".hint")))
                .toList();
    }

    private List<Choice> standards() {
        return standards.all().stream()
                .map(standard -> new Choice(
                        Integer.toString(standard.number()), standard.number() + " " + standard.name(), null))
                .toList();
    }

    private List<Choice> topics() {
        return topics.stream()
                .map(topic -> new Choice(topic.slug(), topic.name(), null))
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}

package hub.resources.news.web;

import hub.resources.publishing.Kind;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.State;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The ways into the news, and into the editors' desk. */
@Component
class NewsSections {
    private final MessageSource messages;
    private final PublicationWords words;

    NewsSections(MessageSource messages, PublicationWords words) {
        this.messages = messages;
        this.words = words;
    }

    /** Training is read by its date, on a page of its own. */
    List<Section> news(String kind) {
        return List.of(
                new Section(say("news.section.all"), "/news", kind.isEmpty()),
                kind(Kind.NEWS, kind),
                kind(Kind.BEST_PRACTICE, kind),
                new Section(words.kind(Kind.BLOG), "/news/blog", kind.equals(Kind.BLOG.slug())),
                new Section(words.kind(Kind.TRAINING_NOTICE), "/training", false),
                new Section(say("news.section.campaigns"), "/campaigns", false));
    }

    List<Section> desk(State chosen) {
        return Stream.of(State.values())
                .map(state -> new Section(
                        say("news.desk." + state.slug()), "/news/desk?state=" + state.slug(), state == chosen))
                .toList();
    }

    private Section kind(Kind kind, String chosen) {
        return new Section(
                words.kind(kind), "/news?kind=" + kind.slug(), kind.slug().equals(chosen));
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }

    record Section(String text, String href, boolean here) {}
}

package hub.resources.news.web;

import hub.platform.forms.Choice;
import hub.resources.audiences.Audience;
import hub.resources.standards.TsdStandards;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an editor can choose from. */
@Component
class EditOptions {
    private final MessageSource messages;
    private final TsdStandards standards;

    EditOptions(MessageSource messages, TsdStandards standards) {
        this.messages = messages;
        this.standards = standards;
    }

    List<Choice> audiences() {
        return Stream.of(Audience.values())
                .map(audience -> new Choice(
                        audience.slug(),
                        say("news.audience." + audience.slug()),
                        say("news.audience." + audience.slug() + ".hint")))
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

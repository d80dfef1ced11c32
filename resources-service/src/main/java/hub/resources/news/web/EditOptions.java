package hub.resources.news.web;

import hub.resources.audiences.Audience;
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

    EditOptions(MessageSource messages, TsdStandards standards) {
        this.messages = messages;
        this.standards = standards;
    }

    List<Option> audiences() {
        return Stream.of(Audience.values())
                .map(audience -> new Option(
                        audience.slug(),
                        say("news.audience." + audience.slug()),
                        say("news.audience." + audience.slug() + ".hint")))
                .toList();
    }

    List<Option> standards() {
        return standards.all().stream()
                .map(standard -> new Option(
                        Integer.toString(standard.number()), standard.number() + " " + standard.name(), null))
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }

    record Option(String value, String label, @Nullable String hint) {}
}

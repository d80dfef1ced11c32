package hub.forum.ambassadors.web;

import hub.forum.ambassadors.Ambassador;
import hub.forum.ambassadors.Ambassadors;
import hub.forum.ambassadors.Fostering;
import hub.forum.ambassadors.Household;
import hub.platform.forms.Choice;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How pages say it. */
@Component
class AmbassadorWords {
    private final MessageSource messages;
    private final Times times;

    AmbassadorWords(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    /** One line of what somebody says of herself. */
    record Fact(String label, String text) {}

    /** Of an ambassador for everybody: what she agreed to, in lines. */
    List<Fact> facts(Ambassadors.Introduction one) {
        return java.util.stream.Stream.of(
                        fact(Ambassador.Attribute.HOUSEHOLD, household(one.household())),
                        fact(Ambassador.Attribute.FOSTERING, fostering(one.fostering())),
                        fact(Ambassador.Attribute.LANGUAGES, one.languages()),
                        fact(Ambassador.Attribute.HERITAGE, one.heritage()),
                        fact(Ambassador.Attribute.FAITH, one.faith()))
                .filter(fact -> !fact.text().isEmpty())
                .toList();
    }

    private Fact fact(Ambassador.Attribute attribute, String text) {
        return new Fact(attribute(attribute), text);
    }

    String attribute(Ambassador.Attribute attribute) {
        return say("ambassadors.attribute." + attribute.slug());
    }

    String household(@Nullable Household household) {
        return household == null ? "" : say("ambassadors.household." + household.slug());
    }

    String fostering(Collection<Fostering> kinds) {
        return kinds.stream()
                .map(one -> say("ambassadors.fostering." + one.slug()))
                .collect(Collectors.joining(", "));
    }

    List<Choice> households() {
        return choices("ambassadors.household.", Household.values(), Household::slug);
    }

    List<Choice> fosterings() {
        return choices("ambassadors.fostering.", Fostering.values(), Fostering::slug);
    }

    List<Choice> attributes() {
        return choices("ambassadors.attribute.", Ambassador.Attribute.values(), Ambassador.Attribute::slug);
    }

    <E> List<Choice> choices(String prefix, E[] all, Function<E, String> slug) {
        return Arrays.stream(all)
                .map(one -> new Choice(slug.apply(one), say(prefix + slug.apply(one)), null))
                .toList();
    }

    Moment at(Instant instant) {
        return times.say(instant);
    }

    String day(Instant instant) {
        return times.day(instant);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}

package hub.forum.enquiries.web;

import hub.forum.ambassadors.Household;
import hub.forum.enquiries.Asked;
import hub.forum.enquiries.Enquiry;
import hub.forum.enquiries.Talk;
import hub.platform.forms.Choice;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How pages say it. */
@Component
class EnquiryWords {
    private final MessageSource messages;
    private final Times times;

    EnquiryWords(MessageSource messages, Times times) {
        this.messages = messages;
        this.times = times;
    }

    List<Choice> interests() {
        return choices("enquiries.interest.", Asked.Interest.values(), Asked.Interest::slug);
    }

    List<Choice> wanted() {
        return choices("enquiries.wanted.", Asked.Wanted.values(), Asked.Wanted::slug);
    }

    List<Choice> carer() {
        return List.of(
                new Choice("yes", say("enquiries.carer.yes"), null), new Choice("no", say("enquiries.carer.no"), null));
    }

    List<Choice> households() {
        return choices("enquiries.household.", Household.values(), Household::slug);
    }

    String household(@Nullable Household household) {
        return household == null ? "" : say("enquiries.household." + household.slug());
    }

    /** What they asked for, with commas; empty if nothing. */
    String wishes(Asked.Wishes wishes) {
        return Stream.of(household(wishes.household()), wishes.language(), wishes.background())
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(", "));
    }

    List<Choice> contacts() {
        return choices("enquiries.contacted.", Talk.Contact.Kind.values(), Talk.Contact.Kind::slug);
    }

    /** The latest first. */
    List<String> contacts(List<Talk.Contact> all) {
        return all.reversed().stream()
                .map(one -> say(
                        "enquiries.contacted.line",
                        Times.inFull(one.day()),
                        say("enquiries.contacted." + one.kind().slug())))
                .toList();
    }

    List<Choice> sources() {
        return choices("enquiries.source.", Asked.Source.values(), Asked.Source::slug);
    }

    private <E> List<Choice> choices(String prefix, E[] all, Function<E, String> slug) {
        return Arrays.stream(all)
                .map(one -> new Choice(slug.apply(one), say(prefix + slug.apply(one)), null))
                .toList();
    }

    String state(Enquiry enquiry) {
        return state(enquiry.state());
    }

    String state(Enquiry.State state) {
        return say("enquiries.state." + state.slug());
    }

    Moment at(Instant instant) {
        return times.say(instant);
    }

    String day(Instant instant) {
        return times.day(instant);
    }

    String appointment(Instant instant) {
        return times.appointment(instant);
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}

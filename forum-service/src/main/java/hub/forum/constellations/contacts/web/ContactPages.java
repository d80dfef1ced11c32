package hub.forum.constellations.contacts.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.contacts.ContactPolicy;
import hub.forum.constellations.contacts.Contacts;
import hub.forum.constellations.contacts.SupportContact;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.rota.RotaMembers;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.groups.Group;
import hub.forum.groups.Membership;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.GroupHeader;
import hub.forum.groups.web.GroupHeaders;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.help.OnCall;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.pages.Pages;
import hub.platform.time.Times;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Makes the pages of support contacts. */
@Component
class ContactPages {
    private static final Set<String> DONE = Set.of("added", "followedUp", "removed");

    private final Contacts contacts;
    private final RotaMembers members;
    private final Accounts accounts;
    private final OnCallNow onCall;
    private final GroupHeaders headers;
    private final RotaWords words;

    ContactPages(
            Contacts contacts,
            RotaMembers members,
            Accounts accounts,
            OnCallNow onCall,
            GroupHeaders headers,
            RotaWords words) {
        this.contacts = contacts;
        this.members = members;
        this.accounts = accounts;
        this.onCall = onCall;
        this.headers = headers;
        this.words = words;
    }

    /**
     * @param open where something more is wanted
     * @param latest a page of all
     * @param older where the next page begins; null on the last
     * @param keeps whether the viewer sees those of all
     */
    record ListPage(
            GroupHeader header,
            String group,
            List<Line> open,
            List<Line> latest,
            @Nullable String older,
            boolean keeps,
            @Nullable String done) {}

    /** @param state what is still to be done, or that the home was felt at risk; empty for nothing */
    record Line(String path, String title, String about, String state) {}

    /** @param people for whom those who keep the constellation can write; empty for everybody else */
    record NewPage(
            String group,
            String name,
            List<Choice> people,
            List<Choice> ways,
            List<Choice> kinds,
            List<Choice> lengths,
            List<Choice> risks) {}

    /** @param now whom to ring, where the home is felt at risk; null elsewhere */
    record OnePage(
            String group,
            String name,
            String path,
            String title,
            List<Fact> facts,
            OnCall.@Nullable Line now,
            boolean open,
            boolean removes,
            @Nullable String done) {}

    record Fact(String name, String value) {}

    Mono<Rendering> list(Group group, String before, String done, Visibility visibility) {
        return Mono.zip(contacts.open(group, visibility), contacts.latest(group, before, visibility))
                .flatMap(found -> names(Stream.concat(found.getT1().stream(), found.getT2().stream())
                                .toList())
                        .map(names -> Pages.show(
                                "constellations/contacts",
                                list(group, before, found.getT1(), found.getT2(), names, done, visibility))));
    }

    private ListPage list(
            Group group,
            String before,
            List<SupportContact> open,
            List<SupportContact> latest,
            Names names,
            String done,
            Visibility visibility) {
        boolean more = latest.size() > Contacts.PAGE;
        List<SupportContact> shown = more ? latest.subList(0, Contacts.PAGE) : latest;
        return new ListPage(
                headers.inside(group, "constellation"),
                group.id(),
                before.isEmpty() ? lines(open, names) : List.of(),
                lines(shown, names),
                more
                        ? "/constellations/" + group.id() + "/contacts?before="
                                + shown.getLast().id()
                        : null,
                ConstellationPolicy.mayKeep(visibility, group.id()),
                done(done));
    }

    private @Nullable String done(String done) {
        return DONE.contains(done) ? words.say("constellations.contacts.done." + done) : null;
    }

    private Mono<Names> names(List<SupportContact> some) {
        return accounts.names(some.stream()
                .flatMap(contact -> Stream.of(contact.carer(), contact.by()))
                .distinct()
                .toList());
    }

    private List<Line> lines(List<SupportContact> some, Names names) {
        return some.stream().map(contact -> line(contact, names)).toList();
    }

    private Line line(SupportContact contact, Names names) {
        return new Line(
                contact.path(),
                title(contact),
                words.say(
                        "constellations.contacts.line",
                        names.of(contact.carer()).name(),
                        words.say("constellations.contacts.way." + contact.way().slug())),
                state(contact));
    }

    private String title(SupportContact contact) {
        return words.say(
                "constellations.contacts.title.of",
                Times.inFull(contact.day()),
                words.say("constellations.contacts.kind." + contact.kind().slug()));
    }

    private String state(SupportContact contact) {
        LocalDate more = contact.followUp();
        if (contact.open() && more != null) {
            return words.say("constellations.contacts.open.by", Times.inFull(more));
        }
        return contact.risk() == SupportContact.Risk.YES ? words.say("constellations.contacts.atRisk") : "";
    }

    Mono<Rendering> form(Group group, Form<ContactForm> form, Visibility visibility) {
        return people(group, visibility)
                .map(people -> Pages.show(
                        "constellations/contact-new",
                        new NewPage(
                                group.id(),
                                group.name(),
                                people,
                                choices(SupportContact.Way.values(), SupportContact.Way::slug, "way"),
                                choices(SupportContact.Kind.values(), SupportContact.Kind::slug, "kind"),
                                choices(SupportContact.Length.values(), SupportContact.Length::slug, "length"),
                                choices(SupportContact.Risk.values(), SupportContact.Risk::slug, "risk")),
                        form));
    }

    /** Carers of the constellation beside the viewer, by name. */
    private Mono<List<Choice>> people(Group group, Visibility visibility) {
        if (!ConstellationPolicy.mayKeep(visibility, group.id())) {
            return Mono.just(List.of());
        }
        return members.in(group, visibility)
                .map(all -> all.stream()
                        .filter(Membership::carer)
                        .map(Membership::account)
                        .filter(account -> !account.equals(visibility.viewer().account()))
                        .toList())
                .flatMap(some -> accounts.names(some)
                        .map(names -> some.stream()
                                .map(account ->
                                        new Choice(account, names.of(account).name(), null))
                                .sorted(Comparator.comparing(Choice::label))
                                .toList()));
    }

    private <E> List<Choice> choices(E[] all, Function<E, String> slug, String name) {
        return Arrays.stream(all)
                .map(one -> new Choice(
                        slug.apply(one), words.say("constellations.contacts." + name + "." + slug.apply(one)), null))
                .toList();
    }

    Mono<Rendering> one(Group group, SupportContact contact, String done, Visibility visibility) {
        return Mono.zip(names(List.of(contact)), onCall.known(group, visibility))
                .map(all -> Pages.show(
                        "constellations/contact",
                        new OnePage(
                                group.id(),
                                group.name(),
                                contact.path(),
                                title(contact),
                                facts(contact, all.getT1()),
                                contact.risk() == SupportContact.Risk.YES ? onCall.line(all.getT2(), false) : null,
                                contact.open(),
                                ContactPolicy.mayRemove(visibility, contact),
                                done(done))));
    }

    private List<Fact> facts(SupportContact contact, Names names) {
        LocalDate more = contact.followUp();
        return Stream.of(
                        fact("carer", names.of(contact.carer()).name()),
                        fact(
                                "way",
                                words.say("constellations.contacts.way."
                                        + contact.way().slug())),
                        fact(
                                "length",
                                words.say("constellations.contacts.length."
                                        + contact.length().slug())),
                        fact(
                                "risk",
                                words.say("constellations.contacts.risk."
                                        + contact.risk().slug())),
                        fact("helped", contact.helped()),
                        fact("followUp", more == null ? "" : followUp(contact, more)),
                        fact("by", names.of(contact.by()).name()))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private String followUp(SupportContact contact, LocalDate more) {
        return contact.followedUp()
                ? words.say("constellations.contacts.followUp.done")
                : words.say("constellations.contacts.followUp.by", Times.inFull(more));
    }

    private Fact fact(String key, String value) {
        return new Fact(words.say("constellations.contacts.fact." + key), value);
    }
}

package hub.forum.constellations.rota.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.Constellations;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.rota.OnCallPerson;
import hub.forum.constellations.rota.RotaMembers;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.constellations.rota.Rotas;
import hub.forum.groups.Group;
import hub.forum.groups.Membership;
import hub.forum.groups.Visibility;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Who can be on call, at which number, and when they are away. */
@Controller
class OnCallPeopleController {
    private final Constellations constellations;
    private final OnCallNow onCall;
    private final Rotas rotas;
    private final RotaMembers members;
    private final Accounts accounts;
    private final RotaWords words;

    OnCallPeopleController(
            Constellations constellations,
            OnCallNow onCall,
            Rotas rotas,
            RotaMembers members,
            Accounts accounts,
            RotaWords words) {
        this.constellations = constellations;
        this.onCall = onCall;
        this.rotas = rotas;
        this.members = members;
        this.accounts = accounts;
        this.words = words;
    }

    /** @param number to be rung */
    record PersonForm(String account, String number) implements Checked {
        private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()]{2,30}");

        PersonForm {
            account = InputText.clean(account);
            number = InputText.clean(number);
        }

        @Override
        public void check(Errors errors) {
            if (account.isEmpty()) {
                errors.rejectValue("account", "constellations.pattern.account.missing");
            }
            if (!PHONE.matcher(number).matches()) {
                errors.rejectValue(
                        "number", number.isEmpty() ? "constellations.number.missing" : "constellations.number.wrong");
            }
        }
    }

    /** @param account empty for whoever sends it */
    record AwayForm(
            String account,

            @Understood(message = "constellations.away.first.missing")
            TypedDate first,

            @Understood(message = "constellations.away.last.missing")
            TypedDate last)
            implements Checked {
        private static final int MOST_DAYS = 92;

        AwayForm {
            account = InputText.clean(account);
            first = TypedDate.orNone(first);
            last = TypedDate.orNone(last);
        }

        @Override
        public void check(Errors errors) {
            LocalDate begin = first.date();
            LocalDate end = last.date();
            if (begin != null && end != null && (end.isBefore(begin) || end.isAfter(begin.plusDays(MOST_DAYS)))) {
                errors.rejectValue("last", "constellations.away.last.wrong");
            }
        }
    }

    record PeoplePage(String group, String name, List<Line> people, List<Choice> members) {}

    /** @param line number and part */
    record Line(String account, String name, String line) {}

    record AwayPage(String group, String name, List<Choice> people) {}

    @GetMapping("/constellations/{group}/rota/people")
    Mono<Rendering> people(@PathVariable String group, Visibility visibility) {
        return constellations
                .toKeep(group, visibility)
                .flatMap(found -> page(found, Form.of(new PersonForm("", "")), visibility));
    }

    @PostMapping("/constellations/{group}/rota/people")
    Mono<Rendering> put(@PathVariable String group, Form<PersonForm> form, Visibility visibility) {
        return constellations
                .toKeep(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> rotas.putPerson(found, sent.account(), sent.number(), visibility)
                                .map(rota -> toPeople(group)),
                        again -> page(found, again, visibility)));
    }

    @PostMapping("/constellations/{group}/rota/people/{account}/remove")
    Mono<Rendering> remove(@PathVariable String group, @PathVariable String account, Visibility visibility) {
        return constellations
                .toKeep(group, visibility)
                .flatMap(found -> rotas.removePerson(group, account, visibility))
                .map(rota -> toPeople(group));
    }

    @GetMapping("/constellations/{group}/rota/away")
    Mono<Rendering> away(@PathVariable String group, Visibility visibility) {
        return known(group, visibility)
                .map(known -> away(
                        known,
                        Form.of(new AwayForm(visibility.viewer().id(), TypedDate.NONE, TypedDate.NONE)),
                        visibility));
    }

    @PostMapping("/constellations/{group}/rota/away")
    Mono<Rendering> putAway(@PathVariable String group, Form<AwayForm> form, Visibility visibility) {
        return known(group, visibility)
                .flatMap(known -> form.submit(
                        sent -> rotas.away(
                                        group,
                                        sent.account().isEmpty()
                                                ? visibility.viewer().id()
                                                : sent.account(),
                                        Objects.requireNonNull(sent.first().date()),
                                        Objects.requireNonNull(sent.last().date()),
                                        visibility)
                                .map(rota -> RotaController.done(group, "away")),
                        again -> Mono.just(away(known, again, visibility))));
    }

    private static Rendering toPeople(String group) {
        return Pages.seeOther("/constellations/" + group + "/rota/people");
    }

    /** For those on the rota, and those who oversee it. */
    private Mono<OnCallNow.Known> known(String group, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> onCall.known(found, visibility))
                .filter(known -> known.rota().has(visibility.viewer().account())
                        || ConstellationPolicy.mayOversee(visibility, group));
    }

    private static Rendering away(OnCallNow.Known known, Form<AwayForm> form, Visibility visibility) {
        List<Choice> people =
                ConstellationPolicy.mayOversee(visibility, known.group()) ? RotaPages.people(known) : List.of();
        return Pages.show("constellations/away", new AwayPage(known.group(), known.name(), people), form);
    }

    private Mono<Rendering> page(Group group, Form<PersonForm> form, Visibility visibility) {
        return Mono.zip(onCall.known(group, visibility), members.in(group, visibility))
                .flatMap(both -> accounts.names(
                                both.getT2().stream().map(Membership::account).toList())
                        .map(names -> Pages.show(
                                "constellations/people",
                                new PeoplePage(
                                        group.id(), group.name(), lines(both.getT1()), members(both.getT2(), names)),
                                form)));
    }

    private List<Line> lines(OnCallNow.Known known) {
        return known.rota().people().stream()
                .map(person -> new Line(
                        person.account(), known.names().of(person.account()).name(), line(person)))
                .sorted(Comparator.comparing(Line::name))
                .toList();
    }

    private String line(OnCallPerson person) {
        return words.say(
                person.standIn() ? "constellations.people.standIn" : "constellations.people.hubCarer", person.number());
    }

    private static List<Choice> members(List<Membership> all, Names names) {
        return all.stream()
                .filter(Membership::carer)
                .map(member -> names.of(member.account()))
                .filter(PersonName::approved)
                .sorted(Comparator.comparing(PersonName::name))
                .map(person -> new Choice(person.id(), person.name(), null))
                .toList();
    }
}

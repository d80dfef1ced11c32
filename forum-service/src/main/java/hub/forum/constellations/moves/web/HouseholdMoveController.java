package hub.forum.constellations.moves.web;

import hub.forum.constellations.homes.HubHomes;
import hub.forum.constellations.moves.Move;
import hub.forum.constellations.moves.Moves;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.time.Times;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Moves between constellations, for liaison workers and administrators. */
@Controller
class HouseholdMoveController {
    private final Moves moves;
    private final HubHomes homes;
    private final Accounts accounts;
    private final RotaWords words;

    HouseholdMoveController(Moves moves, HubHomes homes, Accounts accounts, RotaWords words) {
        this.moves = moves;
        this.homes = homes;
        this.accounts = accounts;
        this.words = words;
    }

    /** @param home the id of the household @param to the id of the other constellation */
    record MoveForm(
            String home,
            String to,

            @Understood(message = "constellations.moves.day.missing")
            TypedDate day,

            String formKey)
            implements Checked {
        MoveForm {
            home = InputText.clean(home);
            to = InputText.clean(to);
            day = TypedDate.orNone(day);
            formKey = FormKey.orFresh(formKey);
        }

        @Override
        public void check(Errors errors) {
            if (home.isEmpty()) {
                errors.rejectValue("home", "constellations.moves.home.missing");
            }
            if (to.isEmpty()) {
                errors.rejectValue("to", "constellations.moves.to.missing");
            }
        }
    }

    record ListPage(
            List<Line> planned, List<From> from, @Nullable String done) {}

    record Line(String id, String text) {}

    record From(String path, String name) {}

    record FormPage(String group, String name, List<Choice> homes, List<Choice> to) {}

    @GetMapping("/constellations/moves")
    Mono<Rendering> all(@RequestParam(defaultValue = "") String done, Visibility visibility) {
        return Mono.zip(
                        moves.between(visibility).collectList(),
                        moves.planned(visibility).collectList())
                .filter(both ->
                        visibility.viewer().administrator() || !both.getT1().isEmpty())
                .flatMap(both -> accounts.names(both.getT2().stream()
                                .flatMap(move -> move.people().stream())
                                .distinct()
                                .toList())
                        .map(names ->
                                Pages.show("constellations/moves", page(both.getT1(), both.getT2(), names, done))));
    }

    private ListPage page(List<Group> between, List<Move> planned, Names names, String done) {
        Map<String, String> known = between.stream().collect(Collectors.toMap(Group::id, Group::name));
        return new ListPage(
                planned.stream()
                        .map(move -> new Line(move.id(), line(move, names, known)))
                        .toList(),
                between.stream()
                        .map(group -> new From("/constellations/" + group.id() + "/moves/new", group.name()))
                        .toList(),
                done.equals("planned") || done.equals("cancelled")
                        ? words.say("constellations.moves.done." + done)
                        : null);
    }

    /** The constellation that the viewer may not know of is "another". */
    private String line(Move move, Names names, Map<String, String> known) {
        String other = words.say("constellations.moves.another");
        return words.say(
                "constellations.moves.line",
                Times.inFull(move.date()),
                move.people().stream().map(names::of).map(PersonName::name).collect(Collectors.joining(", ")),
                known.getOrDefault(move.from(), other),
                known.getOrDefault(move.to(), other));
    }

    @GetMapping("/constellations/{group}/moves/new")
    Mono<Rendering> begin(@PathVariable String group, Visibility visibility) {
        return moves.toPlan(group, visibility)
                .flatMap(found -> page(found, Form.of(new MoveForm("", "", TypedDate.NONE, "")), visibility));
    }

    @PostMapping("/constellations/{group}/moves/new")
    Mono<Rendering> plan(@PathVariable String group, Form<MoveForm> form, Visibility visibility) {
        return moves.toPlan(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> moves.plan(
                                        found,
                                        sent.home(),
                                        sent.to(),
                                        Objects.requireNonNull(sent.day().date()),
                                        form.once(),
                                        visibility)
                                .map(move -> Pages.seeOther("/constellations/moves?done=planned")),
                        again -> page(found, again, visibility)));
    }

    @PostMapping("/constellations/moves/{move}/cancel")
    Mono<Rendering> cancel(@PathVariable String move, Visibility visibility) {
        return moves.cancel(move, visibility).map(after -> Pages.seeOther("/constellations/moves?done=cancelled"));
    }

    private Mono<Rendering> page(Group group, Form<MoveForm> form, Visibility visibility) {
        return Mono.zip(
                        homes.households(group, visibility),
                        moves.between(visibility)
                                .filter(other -> !other.id().equals(group.id()))
                                .collectList())
                .map(both -> Pages.show(
                        "constellations/move",
                        new FormPage(
                                group.id(),
                                group.name(),
                                both.getT1().all().stream()
                                        .map(home -> new Choice(home.id(), home.names(), null))
                                        .toList(),
                                both.getT2().stream()
                                        .map(other -> new Choice(other.id(), other.name(), null))
                                        .toList()),
                        form));
    }
}

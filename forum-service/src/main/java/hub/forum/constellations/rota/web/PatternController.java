package hub.forum.constellations.rota.web;

import hub.forum.constellations.Constellations;
import hub.forum.constellations.rota.CoverHours;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.constellations.rota.Rotas;
import hub.forum.constellations.rota.Turn;
import hub.forum.groups.Visibility;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.forms.Understood;
import hub.platform.mongo.Ids;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The pattern of a rota and the hours that it should cover, for those who keep it. */
@Controller
class PatternController {
    private final Constellations constellations;
    private final OnCallNow onCall;
    private final Rotas rotas;
    private final RotaWords words;
    private final Clock clock;

    PatternController(Constellations constellations, OnCallNow onCall, Rotas rotas, RotaWords words, Clock clock) {
        this.constellations = constellations;
        this.onCall = onCall;
        this.rotas = rotas;
        this.words = words;
        this.clock = clock;
    }

    /**
     * One part of the pattern.
     *
     * @param days in small letters
     * @param weeks in every how many weeks
     */
    record TurnForm(
            Set<String> days,

            @Understood(message = "constellations.extra.from.missing")
            TypedTime from,

            @Understood(message = "constellations.extra.until.missing")
            TypedTime until,

            String account,
            String weeks,

            @Understood(message = "constellations.pattern.since.missing")
            TypedDate since,

            String formKey)
            implements Checked {
        private static final Set<String> DAYS =
                Arrays.stream(DayOfWeek.values()).map(TurnForm::word).collect(Collectors.toUnmodifiableSet());

        TurnForm {
            days = days == null ? Set.of() : Set.copyOf(days);
            from = TypedTime.orNone(from);
            until = TypedTime.orNone(until);
            account = InputText.clean(account);
            weeks = InputText.clean(weeks);
            since = TypedDate.orNone(since);
            formKey = FormKey.orFresh(formKey);
        }

        static String word(DayOfWeek day) {
            return day.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public void check(Errors errors) {
            if (days.isEmpty() || !DAYS.containsAll(days)) {
                errors.rejectValue("days", "constellations.pattern.days.missing");
            }
            if (account.isEmpty()) {
                errors.rejectValue("account", "constellations.pattern.account.missing");
            }
            int number = InputText.number(weeks);
            if (number < 1 || number > Turn.MOST_WEEKS) {
                errors.rejectValue("weeks", "constellations.pattern.weeks.wrong");
            }
        }

        Turn turn(String group, String once) {
            return new Turn(
                    "t" + Ids.of("turn of " + group + " by " + once),
                    days.stream()
                            .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                            .collect(Collectors.toSet()),
                    Objects.requireNonNull(from.time()),
                    Objects.requireNonNull(until.time()),
                    account,
                    InputText.number(weeks),
                    Objects.requireNonNull(since.date()),
                    null);
        }
    }

    /** The hours on working days outside which somebody should be on call. */
    record HoursForm(
            @Understood(message = "constellations.hours.evening.missing")
            TypedTime evening,

            @Understood(message = "constellations.hours.morning.missing")
            TypedTime morning)
            implements Checked {
        HoursForm {
            evening = TypedTime.orNone(evening);
            morning = TypedTime.orNone(morning);
        }

        @Override
        public void check(Errors errors) {
            LocalTime late = evening.time();
            LocalTime early = morning.time();
            if (late != null && early != null && !early.isBefore(late)) {
                errors.rejectValue("morning", "constellations.hours.order");
            }
        }
    }

    /** @param turns of which shifts are still to come */
    record PatternPage(
            String group,
            String name,
            List<TurnLine> turns,
            List<Choice> people,
            List<Choice> days,
            List<Choice> weeks,
            String cover) {}

    record TurnLine(String id, String line, String who) {}

    record HoursPage(String group, String name) {}

    @GetMapping("/constellations/{group}/rota/pattern")
    Mono<Rendering> pattern(@PathVariable String group, Visibility visibility) {
        TurnForm fresh = new TurnForm(Set.of(), TypedTime.NONE, TypedTime.NONE, "", "1", TypedDate.of(today()), "");
        return known(group, visibility).map(known -> page(known, Form.of(fresh)));
    }

    @PostMapping("/constellations/{group}/rota/pattern")
    Mono<Rendering> add(@PathVariable String group, Form<TurnForm> form, Visibility visibility) {
        return known(group, visibility)
                .flatMap(known -> form.submit(
                        sent -> rotas.addTurn(group, sent.turn(group, form.once()), visibility)
                                .map(rota -> toPattern(group)),
                        again -> Mono.just(page(known, again))));
    }

    @PostMapping("/constellations/{group}/rota/pattern/{turn}/end")
    Mono<Rendering> end(@PathVariable String group, @PathVariable String turn, Visibility visibility) {
        return known(group, visibility)
                .flatMap(known -> rotas.endTurn(group, turn, today(), visibility))
                .map(rota -> toPattern(group));
    }

    @GetMapping("/constellations/{group}/rota/hours")
    Mono<Rendering> hours(@PathVariable String group, Visibility visibility) {
        return known(group, visibility)
                .map(known -> hours(
                        known,
                        Form.of(new HoursForm(
                                TypedTime.of(known.rota().hours().evening()),
                                TypedTime.of(known.rota().hours().morning())))));
    }

    @PostMapping("/constellations/{group}/rota/hours")
    Mono<Rendering> putHours(@PathVariable String group, Form<HoursForm> form, Visibility visibility) {
        return known(group, visibility)
                .flatMap(known -> form.submit(
                        sent -> rotas.cover(
                                        group,
                                        new CoverHours(
                                                Objects.requireNonNull(
                                                        sent.evening().time()),
                                                Objects.requireNonNull(
                                                        sent.morning().time())),
                                        visibility)
                                .map(rota -> toPattern(group)),
                        again -> Mono.just(hours(known, again))));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Times.LONDON);
    }

    private static Rendering toPattern(String group) {
        return Pages.seeOther("/constellations/" + group + "/rota/pattern");
    }

    private Mono<OnCallNow.Known> known(String group, Visibility visibility) {
        return constellations.toKeep(group, visibility).flatMap(found -> onCall.known(found, visibility));
    }

    private static Rendering hours(OnCallNow.Known known, Form<HoursForm> form) {
        return Pages.show("constellations/hours", new HoursPage(known.group(), known.name()), form);
    }

    private Rendering page(OnCallNow.Known known, Form<TurnForm> form) {
        LocalDate today = today();
        CoverHours hours = known.rota().hours();
        return Pages.show(
                "constellations/pattern",
                new PatternPage(
                        known.group(),
                        known.name(),
                        known.rota().pattern().stream()
                                .filter(turn -> {
                                    LocalDate last = turn.last();
                                    return last == null || last.isAfter(today);
                                })
                                .map(turn -> new TurnLine(
                                        turn.id(),
                                        line(turn),
                                        known.names().of(turn.account()).name()))
                                .toList(),
                        RotaPages.people(known),
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> new Choice(TurnForm.word(day), Times.weekday(day), null))
                                .toList(),
                        IntStream.rangeClosed(1, Turn.MOST_WEEKS)
                                .mapToObj(many -> new Choice(
                                        Integer.toString(many),
                                        words.say("constellations.pattern.weeks.of", many),
                                        null))
                                .toList(),
                        words.say(
                                "constellations.hours.cover",
                                Times.time(hours.evening()),
                                Times.time(hours.morning()))),
                form);
    }

    private String line(Turn turn) {
        String days = turn.days().stream().sorted().map(Times::weekday).collect(Collectors.joining(", "));
        return words.say(
                "constellations.pattern.line", days, Times.time(turn.from()), Times.time(turn.until()), turn.weeks());
    }
}

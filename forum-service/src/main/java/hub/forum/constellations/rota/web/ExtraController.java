package hub.forum.constellations.rota.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.Constellations;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.rota.Rota;
import hub.forum.constellations.rota.Rotas;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.forms.Understood;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Being on call for hours beside the pattern: a gap that is taken, a change at short notice. */
@Controller
class ExtraController {
    private static final int LONGEST = "2026-12-04T20:00:00".length();

    private final Constellations constellations;
    private final OnCallNow onCall;
    private final Rotas rotas;

    ExtraController(Constellations constellations, OnCallNow onCall, Rotas rotas) {
        this.constellations = constellations;
        this.onCall = onCall;
        this.rotas = rotas;
    }

    /**
     * @param lastDay when it ends; empty for the same day, or the next if the time is earlier
     * @param account who it is; empty for whoever sends it
     */
    record ExtraForm(
            @Understood(message = "constellations.extra.date.missing")
            TypedDate date,

            @Understood(message = "constellations.extra.from.missing")
            TypedTime from,

            TypedDate lastDay,

            @Understood(message = "constellations.extra.until.missing")
            TypedTime until,

            String account,
            String formKey)
            implements Checked {

        ExtraForm {
            date = TypedDate.orNone(date);
            from = TypedTime.orNone(from);
            lastDay = TypedDate.orNone(lastDay);
            until = TypedTime.orNone(until);
            account = InputText.clean(account);
            formKey = FormKey.orFresh(formKey);
        }

        static ExtraForm of(@Nullable LocalDateTime start, @Nullable LocalDateTime end, String account) {
            return new ExtraForm(
                    TypedDate.of(start == null ? null : start.toLocalDate()),
                    TypedTime.of(start == null ? null : start.toLocalTime()),
                    TypedDate.of(end == null ? null : end.toLocalDate()),
                    TypedTime.of(end == null ? null : end.toLocalTime()),
                    account,
                    "");
        }

        @Override
        public void check(Errors errors) {
            if (!lastDay.isEmpty() && lastDay.date() == null) {
                errors.rejectValue("lastDay", "constellations.extra.lastDay.wrong");
            } else if (date.date() != null && from.time() != null && until.time() != null) {
                LocalDateTime end = end();
                if (!end.isAfter(start()) || end.isAfter(start().plusDays(Rota.LONGEST_SHIFT_DAYS))) {
                    errors.rejectValue("lastDay", "constellations.extra.lastDay.wrong");
                }
            }
        }

        LocalDateTime start() {
            return Objects.requireNonNull(date.date()).atTime(Objects.requireNonNull(from.time()));
        }

        LocalDateTime end() {
            LocalDate day = Objects.requireNonNull(date.date());
            LocalTime to = Objects.requireNonNull(until.time());
            LocalDate last = lastDay.date();
            if (last != null) {
                return last.atTime(to);
            }
            return (to.isAfter(Objects.requireNonNull(from.time())) ? day : day.plusDays(1)).atTime(to);
        }
    }

    /** @param people whom the viewer can put on call; empty for whoever speaks for themselves alone */
    record ExtraPage(String group, String name, List<Choice> people) {}

    @GetMapping("/constellations/{group}/rota/extra")
    Mono<Rendering> extra(
            @PathVariable String group,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until,
            Visibility visibility) {
        return known(group, visibility)
                .map(known -> page(
                        known,
                        Form.of(ExtraForm.of(
                                wall(from), wall(until), visibility.viewer().id())),
                        visibility));
    }

    @PostMapping("/constellations/{group}/rota/extra")
    Mono<Rendering> add(@PathVariable String group, Form<ExtraForm> form, Visibility visibility) {
        return known(group, visibility)
                .flatMap(known -> form.submit(
                        sent -> rotas.add(
                                        group,
                                        sent.start(),
                                        sent.end(),
                                        sent.account().isEmpty()
                                                ? visibility.viewer().id()
                                                : sent.account(),
                                        form.once(),
                                        visibility)
                                .map(rota -> RotaController.done(group, "added")),
                        again -> Mono.just(page(known, again, visibility))));
    }

    /** For those on the rota, and those who oversee it. */
    private Mono<OnCallNow.Known> known(String group, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap((Group found) -> onCall.known(found, visibility))
                .filter(known -> known.rota().has(visibility.viewer().account())
                        || ConstellationPolicy.mayOversee(visibility, group));
    }

    private static Rendering page(OnCallNow.Known known, Form<ExtraForm> form, Visibility visibility) {
        List<Choice> people =
                ConstellationPolicy.mayOversee(visibility, known.group()) ? RotaPages.people(known) : List.of();
        return Pages.show("constellations/extra", new ExtraPage(known.group(), known.name(), people), form);
    }

    private static @Nullable LocalDateTime wall(@Nullable String sent) {
        try {
            return sent == null || sent.length() > LONGEST ? null : LocalDateTime.parse(sent);
        } catch (DateTimeParseException notOurs) {
            return null;
        }
    }
}

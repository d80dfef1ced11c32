package hub.forum.constellations.rota.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.Constellations;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.rota.Rota;
import hub.forum.constellations.rota.RotaRefusal;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.constellations.rota.Rotas;
import hub.forum.constellations.rota.Shift;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** One shift: taking it, giving it back, offering it for another, and putting somebody on it. */
@Controller
class ShiftController {
    private static final int MOST_OFFERED = 20;

    private final Constellations constellations;
    private final OnCallNow onCall;
    private final Rotas rotas;
    private final RotaPages pages;
    private final RotaWords words;
    private final Clock clock;

    ShiftController(
            Constellations constellations,
            OnCallNow onCall,
            Rotas rotas,
            RotaPages pages,
            RotaWords words,
            Clock clock) {
        this.constellations = constellations;
        this.onCall = onCall;
        this.rotas = rotas;
        this.pages = pages;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param act the button that was pressed: take, give, swap or assign
     * @param theirs the key of the shift that is asked for
     * @param account who is put on call; empty for nobody
     */
    record ShiftForm(String act, String theirs, String account, String formKey) {
        ShiftForm {
            act = InputText.clean(act);
            theirs = InputText.clean(theirs);
            account = InputText.clean(account);
            formKey = FormKey.orFresh(formKey);
        }
    }

    /**
     * @param swaps shifts of others that can be asked for; empty unless it is the viewer's own and has not begun
     * @param people whom the viewer can put on it; empty unless the viewer oversees the constellation
     */
    record ShiftPage(
            String group,
            String name,
            String key,
            String when,
            String who,
            boolean takes,
            boolean gives,
            List<Choice> swaps,
            List<Choice> people) {}

    @GetMapping("/constellations/{group}/rota/shifts/{key}")
    Mono<Rendering> shift(@PathVariable String group, @PathVariable String key, Visibility visibility) {
        ShiftForm fresh = new ShiftForm("", "", "", "");
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> page(found, key, Form.of(fresh), visibility));
    }

    @PostMapping("/constellations/{group}/rota/shifts/{key}")
    Mono<Rendering> change(
            @PathVariable String group, @PathVariable String key, Form<ShiftForm> form, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> act(group, key, sent, form.once(), visibility),
                        again -> page(found, key, again, visibility)));
    }

    private Mono<Rendering> act(String group, String key, ShiftForm sent, String once, Visibility visibility) {
        return switch (sent.act()) {
            case "take" -> rotas.take(group, key, visibility).map(rota -> RotaController.done(group, "taken"));
            case "give" -> rotas.giveBack(group, key, visibility).map(rota -> RotaController.done(group, "given"));
            case "swap" ->
                rotas.offerSwap(group, key, sent.theirs(), once, visibility)
                        .map(rota -> RotaController.done(group, "offered"));
            case "assign" -> {
                String account = sent.account().isEmpty() ? null : sent.account();
                yield rotas.assign(group, key, account, visibility)
                        .map(rota -> RotaController.done(group, account == null ? "cleared" : "assigned"));
            }
            default -> Mono.error(new Rejected(RotaRefusal.SHIFT_GONE));
        };
    }

    private Mono<Rendering> page(Group group, String key, Form<ShiftForm> form, Visibility visibility) {
        return onCall.known(group, visibility)
                .flatMap(known -> Mono.justOrEmpty(page(group, key, known, visibility))
                        .map(page -> Pages.show("constellations/shift", page, form)));
    }

    private Optional<ShiftPage> page(Group group, String key, OnCallNow.Known known, Visibility visibility) {
        Instant now = clock.instant();
        Rota rota = known.rota();
        String viewer = visibility.viewer().id();
        return rota.shift(key).map(shift -> {
            boolean over = !shift.ends().isAfter(now);
            String account = shift.account();
            return new ShiftPage(
                    group.id(),
                    group.name(),
                    key,
                    words.hours(shift),
                    account == null
                            ? words.say("constellations.rota.nobody")
                            : known.names().of(account).name(),
                    !over && shift.open() && rota.has(viewer),
                    !over && shift.isOf(viewer),
                    shift.isOf(viewer) && shift.starts().isAfter(now) ? others(known, viewer, now) : List.of(),
                    !over && ConstellationPolicy.mayOversee(visibility, group.id())
                            ? RotaPages.people(known)
                            : List.of());
        });
    }

    private List<Choice> others(OnCallNow.Known known, String viewer, Instant now) {
        return pages.ahead(known.rota(), now).stream()
                .filter(shift ->
                        !shift.open() && !shift.isOf(viewer) && shift.starts().isAfter(now))
                .limit(MOST_OFFERED)
                .map(shift -> new Choice(shift.key(), label(known, shift), null))
                .toList();
    }

    private String label(OnCallNow.Known known, Shift shift) {
        String account = shift.account();
        return words.say(
                "constellations.next.line",
                words.hours(shift),
                account == null ? "" : known.names().of(account).name());
    }
}

package hub.forum.constellations.sleepovers.web;

import hub.forum.constellations.Constellations;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.sleepovers.Sleepover;
import hub.forum.constellations.sleepovers.SleepoverPolicy;
import hub.forum.constellations.sleepovers.SleepoverRefusal;
import hub.forum.constellations.sleepovers.Sleepovers;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Sleepovers of a constellation, and what is done with each. */
@Controller
class SleepoverController {
    private final Constellations constellations;
    private final Sleepovers sleepovers;
    private final OnCallNow onCall;
    private final SleepoverPages pages;

    SleepoverController(Constellations constellations, Sleepovers sleepovers, OnCallNow onCall, SleepoverPages pages) {
        this.constellations = constellations;
        this.sleepovers = sleepovers;
        this.onCall = onCall;
        this.pages = pages;
    }

    /** @param reason why it cannot be, of {@link Sleepover.Reason} */
    record DeclineForm(String reason) {
        DeclineForm {
            reason = InputText.clean(reason);
        }
    }

    @GetMapping("/constellations/{group}/sleepovers")
    Mono<Rendering> all(@PathVariable String group, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> pages.list(found, visibility))
                .map(page -> Pages.show("constellations/sleepovers", page));
    }

    @GetMapping("/constellations/{group}/sleepovers/{id}")
    Mono<Rendering> one(
            @PathVariable String group,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            Visibility visibility) {
        return find(group, id, visibility)
                .flatMap(found -> show(found, Form.of(new DeclineForm("")), done, visibility));
    }

    @PostMapping("/constellations/{group}/sleepovers/{id}/accept")
    Mono<Rendering> accept(@PathVariable String group, @PathVariable String id, Visibility visibility) {
        return toAnswer(group, id, visibility)
                .flatMap(found -> sleepovers.accept(id, visibility))
                .map(sleepover -> done(sleepover, "accepted"));
    }

    @PostMapping("/constellations/{group}/sleepovers/{id}/decline")
    Mono<Rendering> decline(
            @PathVariable String group, @PathVariable String id, Form<DeclineForm> form, Visibility visibility) {
        return toAnswer(group, id, visibility)
                .flatMap(found -> form.submit(
                        sent -> Mono.justOrEmpty(Slug.find(Sleepover.Reason.class, sent.reason()))
                                .switchIfEmpty(Mono.error(() -> new Rejected(SleepoverRefusal.NO_REASON)))
                                .flatMap(reason -> sleepovers.decline(id, reason, visibility))
                                .map(sleepover -> done(sleepover, "declined")),
                        again -> show(found, again, "", visibility)));
    }

    @PostMapping("/constellations/{group}/sleepovers/{id}/cancel")
    Mono<Rendering> cancel(@PathVariable String group, @PathVariable String id, Visibility visibility) {
        return change(group, id, visibility, "cancelled", found -> sleepovers.cancel(id, visibility));
    }

    @PostMapping("/constellations/{group}/sleepovers/{id}/happened")
    Mono<Rendering> happened(@PathVariable String group, @PathVariable String id, Visibility visibility) {
        return change(group, id, visibility, "happened", found -> sleepovers.over(id, true, visibility));
    }

    @PostMapping("/constellations/{group}/sleepovers/{id}/did-not")
    Mono<Rendering> didNot(@PathVariable String group, @PathVariable String id, Visibility visibility) {
        return change(group, id, visibility, "didNot", found -> sleepovers.over(id, false, visibility));
    }

    @PostMapping("/constellations/{group}/sleepovers/{id}/helped/{answer}")
    Mono<Rendering> helped(
            @PathVariable String group, @PathVariable String id, @PathVariable String answer, Visibility visibility) {
        return Mono.justOrEmpty(Slug.find(Sleepover.Helped.class, answer))
                .flatMap(helped ->
                        change(group, id, visibility, "said", found -> sleepovers.say(id, helped, visibility)));
    }

    private Mono<Rendering> change(
            String group, String id, Visibility visibility, String done, Function<Sleepover, Mono<Sleepover>> how) {
        return find(group, id, visibility).flatMap(how).map(sleepover -> done(sleepover, done));
    }

    private static Rendering done(Sleepover sleepover, String what) {
        return Pages.seeOther(sleepover.path() + "?done=" + what);
    }

    /** One of that very constellation, for whoever may see it. */
    private Mono<Sleepover> find(String group, String id, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> sleepovers.find(id, visibility))
                .filter(sleepover -> sleepover.group().equals(group));
    }

    private Mono<Sleepover> toAnswer(String group, String id, Visibility visibility) {
        return find(group, id, visibility).filter(sleepover -> SleepoverPolicy.mayAnswer(visibility, sleepover));
    }

    private Mono<Rendering> show(Sleepover sleepover, Form<DeclineForm> form, String done, Visibility visibility) {
        return constellations
                .toTakePart(sleepover.group(), visibility)
                .flatMap((Group group) -> onCall.known(group, visibility))
                .flatMap(known -> pages.one(sleepover, known, onCall.line(known, false), done, visibility))
                .map(page -> Pages.show("constellations/sleepover", page, form));
    }
}

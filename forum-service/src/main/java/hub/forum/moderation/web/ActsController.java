package hub.forum.moderation.web;

import hub.forum.moderation.Appeal;
import hub.forum.moderation.Appeals;
import hub.forum.moderation.CommunityRules;
import hub.forum.moderation.PersonAct;
import hub.forum.moderation.PersonActs;
import hub.platform.about.AboutPages.Part;
import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.security.PublicPaths;
import hub.platform.text.InputText;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What moderators did about the viewer: why, until when, and how to ask for another look. Whoever is paused reads it too, and nothing else. */
@Controller
class ActsController {
    private final PersonActs acts;
    private final Appeals appeals;
    private final CommunityRules rules;
    private final Times times;
    private final MessageSource messages;

    ActsController(PersonActs acts, Appeals appeals, CommunityRules rules, Times times, MessageSource messages) {
        this.acts = acts;
        this.appeals = appeals;
        this.rules = rules;
        this.times = times;
        this.messages = messages;
    }

    @Configuration(proxyBeanMethods = false)
    static class Open {
        /** The gate lets nobody in who is paused; what is behind these addresses is each person's own. */
        @Bean
        PublicPaths ownActs() {
            return PublicPaths.of("/moderation/mine", "/moderation/acts/*", "/moderation/acts/*/appeal");
        }
    }

    /** Why it should be lifted; may be empty. */
    record AppealForm(
            @Text(most = Appeal.LONGEST_WORDS, message = "moderation.words.tooLong")
            String words) {
        AppealForm {
            words = InputText.cleanText(words);
        }
    }

    /** Where somebody wanted to go. */
    record ReadForm(String back) {
        ReadForm {
            back = InputText.orEmpty(back);
        }
    }

    record MinePage(List<Line> acts) {}

    record Line(String path, String kind, String reference, Moment time, boolean inForce) {}

    @GetMapping("/moderation/mine")
    Mono<Rendering> mine(Viewer viewer) {
        return viewer.signedIn()
                ? acts.own(viewer)
                        .map(act -> new Line(
                                path(act.id()),
                                say("moderation.act.told." + act.kind().slug()),
                                act.reference(),
                                times.say(act.at()),
                                act.inForce()))
                        .collectList()
                        .map(lines -> Pages.show("moderation/mine", new MinePage(lines)))
                : Mono.empty();
    }

    /**
     * @param told what was done, in a sentence
     * @param until of a suspension; null for what has none
     * @param over how it ended; empty while it has not
     * @param mustRead whether the person has yet to say that they have read it
     * @param back where they wanted to go
     * @param asked the reference of the appeal; empty before there is one
     * @param answer what came of it; empty before it is decided
     */
    record ActPage(
            String id,
            String reference,
            String kind,
            String told,
            Moment time,
            String reason,
            List<Part> rules,
            @Nullable Moment until,
            String over,
            String overReason,
            boolean mustRead,
            String back,
            boolean mayAppeal,
            String asked,
            String answer,
            String note) {}

    @GetMapping("/moderation/acts/{id}")
    Mono<Rendering> act(@PathVariable String id, @RequestParam(defaultValue = "") String back, Viewer viewer) {
        return page(id, Form.of(new AppealForm("")), back, viewer);
    }

    @PostMapping("/moderation/acts/{id}/read")
    Mono<Rendering> read(@PathVariable String id, Form<ReadForm> form, Viewer viewer) {
        return acts.acknowledge(id, viewer)
                .map(act -> Pages.seeOther(Pages.insideOr(form.value().back(), path(id))));
    }

    @PostMapping("/moderation/acts/{id}/appeal")
    Mono<Rendering> appeal(@PathVariable String id, Form<AppealForm> form, Viewer viewer) {
        return acts.own(id, viewer)
                .flatMap(found -> form.submit(
                        sent -> appeals.appealAct(id, sent.words(), viewer).map(asked -> Pages.seeOther(path(id))),
                        again -> page(id, again, "", viewer)));
    }

    private static String path(String id) {
        return "/moderation/acts/" + id;
    }

    private Mono<Rendering> page(String id, Form<AppealForm> form, String back, Viewer viewer) {
        return acts.own(id, viewer)
                .flatMap(act -> appeals.about(act, viewer)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .map(appeal -> Pages.show("moderation/act", page(act, appeal.orElse(null), back), form)));
    }

    private ActPage page(PersonAct act, @Nullable Appeal appeal, String back) {
        PersonAct.Lifted lifted = act.lifted();
        Instant until = act.until();
        Instant read = act.acknowledgedAt();
        Appeal.Decision decision = appeal == null ? null : appeal.decision();
        String over = "";
        if (lifted != null) {
            over = say("moderation.act.over.lifted", times.say(lifted.at()).said());
        } else if (read != null) {
            over = say("moderation.act.over.read", times.say(read).said());
        }
        return new ActPage(
                act.id(),
                act.reference(),
                act.kind().slug(),
                say("moderation.act.told." + act.kind().slug()),
                times.say(act.at()),
                act.reason(),
                rules.in(act.reason()),
                until == null || lifted != null ? null : times.say(until),
                over,
                lifted == null ? "" : lifted.reason(),
                act.kind() == PersonAct.Kind.WARNING && act.inForce(),
                Pages.insideOr(back, ""),
                act.canBeLifted(),
                appeal == null ? "" : appeal.reference(),
                decision == null
                        ? ""
                        : say(decision.upheld() ? "moderation.appealed.act.lifted" : "moderation.appealed.act.kept"),
                decision == null ? "" : decision.note());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}

package hub.forum.moderation.web;

import hub.forum.groups.Visibility;
import hub.forum.moderation.Appeal;
import hub.forum.moderation.Appeals;
import hub.forum.moderation.CommunityRules;
import hub.forum.threads.Post;
import hub.platform.about.AboutPages.Part;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A hidden post, for its author: who hid it, why, and how to ask for another look. And that look, for somebody else than whoever hid it. */
@Controller
class AppealController {
    private static final String SHOW = "show";
    private static final String KEEP = "keep";

    private final Appeals appeals;
    private final Accounts accounts;
    private final CommunityRules rules;
    private final Times times;
    private final MessageSource messages;

    AppealController(Appeals appeals, Accounts accounts, CommunityRules rules, Times times, MessageSource messages) {
        this.appeals = appeals;
        this.accounts = accounts;
        this.rules = rules;
        this.times = times;
        this.messages = messages;
    }

    /** Why the author thinks that it should be shown; may be empty. */
    record AppealForm(
            @Text(most = Appeal.LONGEST_WORDS, message = "moderation.words.tooLong")
            String words) {
        AppealForm {
            words = InputText.cleanText(words);
        }
    }

    /** @param outcome show or keep */
    record DecisionForm(
            String outcome,

            @Text(least = 3, most = 500, missing = "moderation.note.missing", message = "moderation.note.tooLong")
            String note)
            implements Checked {
        DecisionForm {
            outcome = InputText.clean(outcome);
            note = InputText.clean(note);
        }

        @Override
        public void check(Errors errors) {
            if (!outcome.equals(SHOW) && !outcome.equals(KEEP)) {
                errors.rejectValue("outcome", "moderation.outcome.missing");
            }
        }
    }

    /**
     * @param who a moderator, or who looks after the group
     * @param html the author's own words, sanitised
     * @param asked the reference of the appeal; empty before there is one
     * @param answer what came of it; empty before it is decided
     */
    record HiddenPage(
            String post,
            String back,
            String who,
            String reason,
            List<Part> rules,
            String html,
            String asked,
            String answer,
            String note) {}

    @GetMapping("/moderation/hidden/{post}")
    Mono<Rendering> hidden(@PathVariable String post, Visibility visibility) {
        return hiddenPage(post, Form.of(new AppealForm("")), visibility);
    }

    @PostMapping("/moderation/hidden/{post}")
    Mono<Rendering> appeal(@PathVariable String post, Form<AppealForm> form, Visibility visibility) {
        return appeals.hiddenPost(post, visibility)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(found -> form.submit(
                        sent -> appeals.appeal(post, sent.words(), visibility)
                                .map(asked -> Pages.seeOther("/moderation/appealed/" + asked.id())),
                        again -> hiddenPage(post, again, visibility)));
    }

    private Mono<Rendering> hiddenPage(String post, Form<AppealForm> form, Visibility visibility) {
        return appeals.hiddenPost(post, visibility)
                .flatMap(found -> appeals.about(found, visibility)
                        .map(appeal -> page(found, appeal))
                        .switchIfEmpty(Mono.fromSupplier(() -> page(found, null))))
                .map(page -> Pages.show("moderation/hidden", page, form));
    }

    private HiddenPage page(Post post, @Nullable Appeal appeal) {
        Post.Hiding hiding = Objects.requireNonNull(post.hiding());
        Appeal.Decision decision = appeal == null ? null : appeal.decision();
        return new HiddenPage(
                post.id(),
                "/threads/" + post.thread() + "/posts/" + post.id(),
                say(
                        post.state() == Post.State.REFUSED
                                ? "moderation.hidden.refused"
                                : hiding.byModerator() ? "moderation.hidden.moderator" : "moderation.hidden.leader"),
                hiding.reason(),
                rules.in(hiding.reason()),
                post.html(),
                appeal == null ? "" : appeal.reference(),
                decision == null
                        ? ""
                        : say(decision.upheld() ? "moderation.appealed.shown" : "moderation.appealed.kept"),
                decision == null ? "" : decision.note());
    }

    /** @param answer empty before it is decided */
    record AppealedPage(String reference, String answer, String note) {}

    /** What came of the viewer's own appeal. */
    @GetMapping("/moderation/appealed/{id}")
    Mono<Rendering> appealed(@PathVariable String id, Viewer viewer) {
        return appeals.own(id, viewer).map(appeal -> {
            if (appeal.act() != null) {
                return Pages.seeOther("/moderation/acts/" + appeal.act());
            }
            Appeal.Decision decision = appeal.decision();
            return Pages.show(
                    "moderation/appealed",
                    new AppealedPage(
                            appeal.reference(),
                            decision == null
                                    ? ""
                                    : say(decision.upheld() ? "moderation.appealed.shown" : "moderation.appealed.kept"),
                            decision == null ? "" : decision.note()));
        });
    }

    /**
     * @param look whether the viewer has to come into the group first
     * @param act what a moderator did, if it is about that and not about a post
     * @param person the page of whoever it was done about, if so
     * @param html the post, sanitised; empty until then
     * @param answer what was decided; empty until then
     */
    record CasePage(
            String id,
            String reference,
            Moment time,
            boolean look,
            String author,
            String act,
            String person,
            String html,
            String reason,
            String words,
            String answer,
            List<Choice> outcomes) {}

    @GetMapping("/moderation/appeals/{id}")
    Mono<Rendering> look(@PathVariable String id, Visibility visibility) {
        return casePage(id, Form.of(new DecisionForm("", "")), visibility);
    }

    @PostMapping("/moderation/appeals/{id}/look")
    Mono<Rendering> comeIn(@PathVariable String id, Visibility visibility) {
        return appeals.look(id, visibility).map(appeal -> Pages.seeOther("/moderation/appeals/" + id));
    }

    @PostMapping("/moderation/appeals/{id}/decide")
    Mono<Rendering> decide(@PathVariable String id, Form<DecisionForm> form, Visibility visibility) {
        return appeals.find(id, visibility)
                .flatMap(found -> form.submit(
                        sent -> appeals.decide(id, sent.outcome().equals(SHOW), sent.note(), visibility)
                                .map(done -> Pages.seeOther("/moderation?done=decided")),
                        again -> casePage(id, again, visibility)));
    }

    private Mono<Rendering> casePage(String id, Form<DecisionForm> form, Visibility visibility) {
        return appeals.find(id, visibility).flatMap(appeal -> {
            boolean reads = Appeals.mayRead(appeal, visibility);
            Mono<String> html =
                    reads ? appeals.post(appeal, visibility).map(Post::html).defaultIfEmpty("") : Mono.just("");
            Appeal.Decision decision = appeal.decision();
            Mono<String> act = appeals.act(appeal, visibility)
                    .map(found -> say("moderation.act.was." + found.kind().slug()))
                    .defaultIfEmpty("");
            return Mono.zip(accounts.names(List.of(appeal.author())), html, act)
                    .map(all -> Pages.show(
                            "moderation/appeal",
                            new CasePage(
                                    appeal.id(),
                                    appeal.reference(),
                                    times.say(appeal.at()),
                                    !reads && appeal.open(),
                                    reads ? all.getT1().of(appeal.author()).name() : "",
                                    all.getT3(),
                                    all.getT3().isEmpty() ? "" : "/moderation/people/" + appeal.author(),
                                    all.getT2(),
                                    reads ? appeal.reason() : "",
                                    reads ? appeal.words() : "",
                                    decision == null
                                            ? ""
                                            : say("moderation.appealed."
                                                    + (appeal.act() == null ? "" : "act.")
                                                    + answer(appeal, decision)),
                                    outcomes(appeal)),
                            form));
        });
    }

    private static String answer(Appeal appeal, Appeal.Decision decision) {
        if (!decision.upheld()) {
            return "kept";
        }
        return appeal.act() == null ? "shown" : "lifted";
    }

    private List<Choice> outcomes(Appeal appeal) {
        String about = appeal.act() == null ? "moderation.appeal." : "moderation.appeal.act.";
        return Stream.of(SHOW, KEEP)
                .map(outcome -> new Choice(outcome, say(about + outcome), null))
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}

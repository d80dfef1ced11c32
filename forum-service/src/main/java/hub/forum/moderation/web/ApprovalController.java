package hub.forum.moderation.web;

import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.moderation.Approvals;
import hub.forum.moderation.PostDecision;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.forms.Unsent;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

/** A post that waits to be approved, for those who decide. For everybody else it does not exist. */
@Controller
class ApprovalController {
    private final Approvals approvals;
    private final Groups groups;
    private final Accounts accounts;
    private final ReasonHelp help;
    private final Times times;
    private final MessageSource messages;

    ApprovalController(
            Approvals approvals,
            Groups groups,
            Accounts accounts,
            ReasonHelp help,
            Times times,
            MessageSource messages) {
        this.approvals = approvals;
        this.groups = groups;
        this.accounts = accounts;
        this.help = help;
        this.times = times;
        this.messages = messages;
    }

    /**
     * What is decided, and what its author is told.
     *
     * @param note needed unless it is approved
     * @param revision of the words that were on the page
     * @param fill present if a kept text is to be put into the note, and nothing is decided yet
     */
    record DecisionForm(
            String outcome,

            @Text(most = 500, message = "moderation.note.tooLong")
            String note,

            String rule,
            String saved,
            String revision,
            @Nullable String fill)
            implements Checked, Unsent {
        private static final int SHORTEST = 3;

        DecisionForm {
            outcome = InputText.clean(outcome);
            note = InputText.cleanText(note);
            rule = InputText.clean(rule);
            saved = InputText.clean(saved);
            revision = InputText.clean(revision);
        }

        static DecisionForm blank() {
            return new DecisionForm("", "", "", "", "", null);
        }

        DecisionForm with(String words) {
            return new DecisionForm(outcome, words, rule, "", revision, null);
        }

        @Override
        public boolean unsent() {
            return fill != null;
        }

        @Override
        public void check(Errors errors) {
            Optional<PostDecision.Outcome> chosen = Slug.find(PostDecision.Outcome.class, outcome);
            if (chosen.isEmpty()) {
                errors.rejectValue("outcome", "moderation.outcome.missing");
            } else if (chosen.get() != PostDecision.Outcome.APPROVED && InputText.length(note) < SHORTEST) {
                errors.rejectValue("note", "moderation.note.missing");
            }
        }
    }

    /**
     * @param look whether the viewer has to come into the group first
     * @param revision of the words that are shown
     * @param waits whether it is still to be decided
     * @param said what is shown to those who read there; none before
     */
    record ApprovalPage(
            String post,
            int revision,
            Moment time,
            boolean look,
            boolean waits,
            List<Said> said,
            List<Choice> outcomes,
            ReasonHelp.Help help) {}

    /**
     * @param begins whether it would begin the conversation
     * @param html sanitised
     * @param answered whose post it answers; empty for none
     * @param person the author's page, for moderators; empty for others
     */
    record Said(
            String author,
            String person,
            String group,
            String title,
            boolean begins,
            String href,
            String html,
            String answered,
            String answeredHtml) {}

    @GetMapping("/moderation/approvals/{post}")
    Mono<Rendering> approval(@PathVariable String post, Visibility visibility) {
        return page(post, Form.of(DecisionForm.blank()), visibility);
    }

    @PostMapping("/moderation/approvals/{post}/look")
    Mono<Rendering> look(@PathVariable String post, Visibility visibility) {
        return approvals.look(post, visibility).map(found -> Pages.seeOther("/moderation/approvals/" + post));
    }

    @PostMapping("/moderation/approvals/{post}/decide")
    Mono<Rendering> decide(@PathVariable String post, Form<DecisionForm> form, Visibility visibility) {
        DecisionForm sent = form.value();
        if (sent.unsent()) {
            return approvals
                    .find(post, visibility)
                    .flatMap(found -> help.fill(sent.note(), sent.saved(), visibility))
                    .flatMap(words -> page(post, Form.of(sent.with(words)), visibility));
        }
        return approvals
                .find(post, visibility)
                .flatMap(found -> form.submit(
                        decided -> approvals
                                .decide(
                                        post,
                                        Slug.find(PostDecision.Outcome.class, decided.outcome())
                                                .orElseThrow(),
                                        help.naming(decided.note(), decided.rule()),
                                        InputText.number(decided.revision()),
                                        visibility)
                                .map(done -> Pages.seeOther("/moderation?done=decided")),
                        again -> page(post, again, visibility)));
    }

    private Mono<Rendering> page(String id, Form<DecisionForm> form, Visibility visibility) {
        return approvals
                .find(id, visibility)
                .flatMap(post -> Mono.zip(said(post, visibility), help.of(visibility))
                        .map(parts -> new ApprovalPage(
                                post.id(),
                                post.revision(),
                                times.say(post.createdAt()),
                                !visibility.mayRead(post.group()),
                                post.state() == Post.State.WAITING,
                                parts.getT1(),
                                outcomes(),
                                parts.getT2())))
                .map(page -> Pages.show("moderation/approval", page, form));
    }

    private Mono<List<Said>> said(Post post, Visibility visibility) {
        return approvals
                .conversation(post, visibility)
                .flatMap(thread -> approvals
                        .answered(post, visibility)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(answered -> Mono.zip(
                                        accounts.names(Stream.concat(
                                                        Stream.of(post.author()),
                                                        answered.stream().map(Post::author))
                                                .distinct()
                                                .toList()),
                                        groups.names(List.of(post.group()), visibility))
                                .map(around -> List.of(
                                        said(post, thread, answered, around.getT1(), around.getT2(), visibility)))))
                .defaultIfEmpty(List.of());
    }

    private static Said said(
            Post post,
            DiscussionThread thread,
            Optional<Post> answered,
            Names names,
            Map<String, String> places,
            Visibility visibility) {
        return new Said(
                names.of(post.author()).name(),
                visibility.viewer().moderator() ? "/moderation/people/" + post.author() : "",
                places.getOrDefault(post.group(), ""),
                thread.title(),
                thread.waits(),
                thread.path(),
                post.html(),
                answered.map(parent -> names.of(parent.author()).name()).orElse(""),
                answered.map(Post::html).orElse(""));
    }

    private List<Choice> outcomes() {
        return Arrays.stream(PostDecision.Outcome.values())
                .map(outcome -> new Choice(
                        outcome.slug(),
                        say("moderation.approval." + outcome.slug()),
                        say("moderation.approval." + outcome.slug() + ".hint")))
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}

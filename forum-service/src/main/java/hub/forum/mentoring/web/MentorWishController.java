package hub.forum.mentoring.web;

import hub.forum.mentoring.Mentorship;
import hub.forum.mentoring.Mentorships;
import hub.forum.mentoring.mentors.Topic;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Asking for a mentor, for oneself or for a carer whom one supervises. */
@Controller
class MentorWishController {
    private final Mentorships mentorships;
    private final Accounts accounts;
    private final MentoringWords words;

    MentorWishController(Mentorships mentorships, Accounts accounts, MentoringWords words) {
        this.mentorships = mentorships;
        this.accounts = accounts;
        this.words = words;
    }

    /** @param topics as in {@link Topic#slug} */
    record AskForm(
            Set<String> topics,

            @Text(most = 40, message = "mentoring.ask.language.length")
            String language,

            @Text(most = 600, message = "mentoring.ask.hello.length")
            String hello,

            String formKey)
            implements Checked {
        AskForm {
            topics = topics == null ? Set.of() : Set.copyOf(topics);
            language = InputText.clean(language);
            hello = InputText.cleanText(hello).strip();
            formKey = FormKey.orFresh(formKey);
        }

        @Override
        public void check(Errors errors) {
            if (Topic.of(topics).isEmpty()) {
                errors.rejectValue("topics", "mentoring.ask.topics.missing");
            }
        }

        Mentorship.Wish wish() {
            return new Mentorship.Wish(Topic.of(topics), language);
        }
    }

    /** @param carer for whom it is asked; null for oneself */
    record AskPage(String action, @Nullable String carer, String back, List<Choice> topics) {}

    @GetMapping("/mentoring/ask")
    Mono<Rendering> ask(Viewer viewer) {
        return viewer.carer() ? Mono.just(ownPage(empty())) : Mono.error(new NotAllowed());
    }

    @PostMapping("/mentoring/ask")
    Mono<Rendering> asked(Form<AskForm> form, Viewer viewer) {
        return viewer.carer()
                ? form.submit(
                        sent -> mentorships
                                .ask(viewer.id(), sent.wish(), sent.hello(), form.once(), viewer)
                                .map(asked -> Pages.seeOther(asked.path())),
                        again -> Mono.just(ownPage(again)))
                : Mono.error(new NotAllowed());
    }

    @GetMapping("/mentoring/ask/{carer}")
    Mono<Rendering> askFor(@PathVariable String carer, Viewer viewer) {
        return nameOf(carer, viewer).map(name -> pageFor(carer, name, empty()));
    }

    @PostMapping("/mentoring/ask/{carer}")
    Mono<Rendering> askedFor(@PathVariable String carer, Form<AskForm> form, Viewer viewer) {
        return nameOf(carer, viewer)
                .flatMap(name -> form.submit(
                        sent -> mentorships
                                .ask(carer, sent.wish(), "", form.once(), viewer)
                                .map(asked -> Pages.seeOther(asked.path())),
                        again -> Mono.just(pageFor(carer, name, again))));
    }

    /** Of a carer whom the viewer supervises; empty for everybody else. */
    private Mono<String> nameOf(String carer, Viewer viewer) {
        return mentorships
                .supervises(viewer, carer)
                .filter(is -> is)
                .flatMap(is -> accounts.names(List.of(carer)))
                .map(names -> names.of(carer).name());
    }

    private static Form<AskForm> empty() {
        return Form.of(new AskForm(Set.of(), "", "", ""));
    }

    private Rendering ownPage(Form<AskForm> form) {
        return Pages.show(
                "mentoring/ask", new AskPage("/mentoring/ask", null, "/mentoring", words.topicChoices()), form);
    }

    private Rendering pageFor(String carer, String name, Form<AskForm> form) {
        return Pages.show(
                "mentoring/ask",
                new AskPage("/mentoring/ask/" + carer, name, "/mentoring/carers", words.topicChoices()),
                form);
    }
}

package hub.forum.accounts.closing.web;

import hub.forum.accounts.closing.ClosingRequest;
import hub.forum.accounts.closing.Closings;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.personaldata.PersonalData;
import hub.platform.security.PublicPaths;
import hub.platform.text.InputText;
import hub.platform.time.Times;
import hub.platform.words.Closing;
import hub.platform.words.WordsKept;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Somebody closes their account: what goes and what stays, are they sure, and two weeks to think better of it. Also for whoever is not approved. */
@Controller
class ClosingController {
    static final String PATH = "/accounts/closing";
    static final String KEEP = "keep";
    static final String OUT = "out";

    private final Closings closings;
    private final PersonalData data;
    private final MessageSource messages;
    private final Times times;

    ClosingController(Closings closings, PersonalData data, MessageSource messages, Times times) {
        this.closings = closings;
        this.data = data;
        this.messages = messages;
        this.times = times;
    }

    @Bean
    static PublicPaths closingPaths() {
        return PublicPaths.of(PATH, PATH + "/sure", PATH + "/keep");
    }

    /** @param posts what becomes of what they posted: {@link #KEEP} or {@link #OUT} */
    record ClosingForm(String posts) implements Checked {
        ClosingForm {
            posts = InputText.clean(posts);
        }

        @Override
        public void check(Errors errors) {
            if (!Set.of(KEEP, OUT).contains(posts)) {
                errors.rejectValue("posts", "accounts.closing.posts.missing");
            }
        }
    }

    /**
     * @param goes what is erased
     * @param stays what stays without their name
     * @param record what the service must keep
     */
    record AskPage(List<Choice> posts, List<String> goes, List<String> stays, List<String> record) {}

    /** @param out whether what they posted is taken out */
    record SurePage(boolean out, long days) {}

    /** @param closes the day */
    record WaitingPage(String closes, boolean out) {}

    @GetMapping(PATH)
    Mono<Rendering> page(Viewer viewer) {
        return signedIn(
                viewer,
                () -> closings.own(viewer)
                        .map(this::waiting)
                        .switchIfEmpty(Mono.defer(() -> askPage(Form.of(new ClosingForm(""))))));
    }

    @GetMapping(PATH + "/sure")
    Mono<Rendering> sure(Form<ClosingForm> form, Viewer viewer) {
        return signedIn(
                viewer,
                () -> form.hasErrors()
                        ? askPage(form)
                        : Mono.just(Pages.show("accounts/closing-sure", surePage(form), form)));
    }

    private static SurePage surePage(Form<ClosingForm> form) {
        return new SurePage(form.value().posts().equals(OUT), ClosingRequest.TO_THINK.toDays());
    }

    @PostMapping(PATH)
    Mono<Rendering> ask(Form<ClosingForm> form, Viewer viewer) {
        return signedIn(
                viewer,
                () -> form.submit(
                        sent -> closings.ask(sent.posts().equals(OUT), viewer).map(asked -> Pages.seeOther(PATH)),
                        this::askPage));
    }

    @PostMapping(PATH + "/keep")
    Mono<Rendering> keep(Viewer viewer) {
        return signedIn(viewer, () -> closings.takeBack(viewer).thenReturn(Pages.seeOther("/me")));
    }

    private static Mono<Rendering> signedIn(Viewer viewer, Supplier<Mono<Rendering>> page) {
        return viewer.signedIn()
                ? page.get()
                : Mono.just(Rendering.redirectTo("/oauth2/authorization/hearth").build());
    }

    private Rendering waiting(ClosingRequest own) {
        return Pages.show("accounts/closing-waits", new WaitingPage(times.day(own.closes()), own.postsToo()));
    }

    private Mono<Rendering> askPage(Form<ClosingForm> form) {
        return data.declared()
                .collectList()
                .map(all -> Pages.show(
                        "accounts/closing",
                        new AskPage(
                                List.of(choice(KEEP), choice(OUT)),
                                named(all, Closing.GOES),
                                named(all, Closing.CONVERSATION),
                                named(all, Closing.RECORD)),
                        form));
    }

    private Choice choice(String value) {
        return new Choice(
                value, say("accounts.closing.posts." + value), say("accounts.closing.posts." + value + ".hint"));
    }

    private List<String> named(List<WordsKept> all, Closing closing) {
        return all.stream()
                .filter(kept -> kept.closing() == closing && !kept.accounts().isEmpty())
                .map(kept -> say("words.in." + kept.collection()))
                .distinct()
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}

package hub.forum.guidance.web;

import hub.forum.guidance.Adviser;
import hub.forum.guidance.Guidance;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Who gives guidance: an administrator names them, and reads no request. */
@Controller
class AdviserController {
    private static final int MOST_FOUND = 20;

    private final Guidance guidance;
    private final Accounts accounts;

    AdviserController(Guidance guidance, Accounts accounts) {
        this.guidance = guidance;
        this.accounts = accounts;
    }

    /**
     * @param q how the name begins
     * @param second whether they hear of what waits too long
     */
    record NameForm(String q, String account, Boolean second) {
        NameForm {
            q = InputText.clean(q);
            account = InputText.orEmpty(account);
            second = second != null && second;
        }
    }

    record Named(String id, String name, boolean second) {}

    record AdvisersPage(List<Named> advisers, boolean searched, List<Choice> found) {}

    @GetMapping("/guidance/advisers")
    Mono<Rendering> advisers(Form<NameForm> form, Viewer viewer) {
        return guidance.advisers(viewer)
                .flatMap(all -> Mono.zip(named(all), found(form.value(), viewer))
                        .map(both -> Pages.show(
                                "guidance/advisers",
                                new AdvisersPage(both.getT1(), form.value().q().length() > 1, both.getT2()),
                                form)));
    }

    private Mono<List<Named>> named(List<Adviser> all) {
        return accounts.names(all.stream().map(Adviser::id).toList())
                .map(names -> all.stream()
                        .map(one -> new Named(one.id(), names.of(one.id()).name(), one.second()))
                        .toList());
    }

    private Mono<List<Choice>> found(NameForm form, Viewer viewer) {
        return form.q().length() < 2
                ? Mono.just(List.of())
                : accounts.approvedNamed(form.q(), MOST_FOUND, viewer)
                        .filterWhen(person -> accounts.viewer(person.id()).map(Viewer::staff))
                        .map(AdviserController::choice)
                        .collectList();
    }

    private static Choice choice(PersonName person) {
        return new Choice(person.id(), person.name(), person.line().isEmpty() ? null : person.line());
    }

    @PostMapping("/guidance/advisers")
    Mono<Rendering> name(Form<NameForm> form, Viewer viewer) {
        NameForm sent = form.value();
        if (!viewer.administrator()) {
            return Mono.error(new NotAllowed());
        }
        return sent.account().isEmpty()
                ? Mono.just(Pages.seeOther("/guidance/advisers"))
                : guidance.name(sent.account(), sent.second(), viewer)
                        .map(named -> Pages.seeOther("/guidance/advisers"));
    }

    @PostMapping("/guidance/advisers/{account}/remove")
    Mono<Rendering> unname(@PathVariable String account, Viewer viewer) {
        return guidance.unname(account, viewer).thenReturn(Pages.seeOther("/guidance/advisers"));
    }
}

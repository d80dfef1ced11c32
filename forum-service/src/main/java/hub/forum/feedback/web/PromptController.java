package hub.forum.feedback.web;

import hub.forum.feedback.prompts.Prompts;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** One question after a meeting. To open the page changes nothing: programs that read mail open links too. */
@Controller
class PromptController {
    private final Prompts prompts;
    private final RoundPages pages;

    PromptController(Prompts prompts, RoundPages pages) {
        this.prompts = prompts;
        this.pages = pages;
    }

    /** @param token of the address */
    record PromptPage(String token, boolean answered, boolean open, List<Choice> choices) {}

    record TapForm(String answer) {
        TapForm {
            answer = InputText.clean(answer);
        }
    }

    @GetMapping("/feedback/prompts/{token}")
    Mono<Rendering> prompt(@PathVariable String token) {
        return prompts.find(token).map(found -> Pages.show("feedback/prompt", page(token, found)));
    }

    private PromptPage page(String token, Prompts.Found found) {
        return new PromptPage(
                token,
                found.ticket().answered(),
                found.open(),
                Stream.of("1", "2", "3")
                        .map(value -> new Choice(value, pages.say("feedback.prompt." + value), null))
                        .toList());
    }

    @PostMapping("/feedback/prompts/{token}")
    Mono<Rendering> tap(@PathVariable String token, Form<TapForm> form) {
        return prompts.answer(token, form.value().answer())
                .map(found -> Pages.seeOther("/feedback/prompts/" + token))
                .onErrorResume(
                        Rejected.class,
                        late -> prompts.find(token).map(found -> Pages.refuse("feedback/prompt", page(token, found))));
    }
}

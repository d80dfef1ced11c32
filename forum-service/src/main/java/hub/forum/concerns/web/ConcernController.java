package hub.forum.concerns.web;

import hub.forum.concerns.Concern;
import hub.forum.concerns.Concerns;
import hub.forum.groups.Visibility;
import hub.platform.figures.web.CsvAnswer;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Raising a worry about a child, following it, and answering. */
@Controller
class ConcernController {
    private final Concerns concerns;
    private final ConcernPages pages;
    private final MessageSource messages;

    ConcernController(Concerns concerns, ConcernPages pages, MessageSource messages) {
        this.concerns = concerns;
        this.pages = pages;
        this.messages = messages;
    }

    /** @param post that it is about; empty for none */
    record RaiseForm(
            String post,

            @Text(
                    least = 3,
                    most = Concern.LONGEST,
                    missing = "concerns.text.missing",
                    message = "concerns.text.tooLong")
            String text,

            @Text(most = 40, message = "concerns.phone.tooLong")
            String phone,

            String formKey) {
        RaiseForm {
            post = InputText.orEmpty(post);
            text = InputText.cleanText(text).strip();
            phone = InputText.clean(phone);
            formKey = FormKey.orFresh(formKey);
        }
    }

    /** What was done. */
    record DoneForm(
            @Text(
                    least = 3,
                    most = Concern.LONGEST_OUTCOME,
                    missing = "concerns.done.missing",
                    message = "concerns.done.tooLong")
            String words) {
        DoneForm {
            words = InputText.cleanText(words).strip();
        }

        static DoneForm empty() {
            return new DoneForm("");
        }
    }

    /** @param html the post that it is about, sanitised; null for none */
    record RaisePage(@Nullable String html) {}

    @GetMapping("/concerns")
    Mono<Rendering> list(Viewer viewer) {
        return pages.list(viewer).map(page -> Pages.show("concerns/list", page));
    }

    @GetMapping("/concerns/new")
    Mono<Rendering> raise(@RequestParam(defaultValue = "") String post, Visibility visibility) {
        return raisePage(Form.of(new RaiseForm(post, "", "", "")), visibility);
    }

    @PostMapping("/concerns/new")
    Mono<Rendering> raised(Form<RaiseForm> form, Visibility visibility) {
        return form.submit(
                sent -> concerns.raise(sent.text(), sent.phone(), sent.post(), form.once(), visibility)
                        .map(concern -> Pages.seeOther(path(concern.id()))),
                again -> raisePage(again, visibility));
    }

    private Mono<Rendering> raisePage(Form<RaiseForm> form, Visibility visibility) {
        return form.value().post().isEmpty()
                ? Mono.just(Pages.show("concerns/new", new RaisePage(null), form))
                : concerns.post(form.value().post(), visibility)
                        .map(post -> Pages.show("concerns/new", new RaisePage(post.html()), form))
                        .switchIfEmpty(Mono.defer(() -> form.hasErrors()
                                ? Mono.just(Pages.show("concerns/new", new RaisePage(null), form))
                                : Mono.empty()));
    }

    @GetMapping("/concerns/{id}")
    Mono<Rendering> show(@PathVariable String id, Viewer viewer) {
        return concerns.find(id, viewer).flatMap(found -> page(found, Form.of(DoneForm.empty()), viewer));
    }

    private Mono<Rendering> page(Concern concern, Form<DoneForm> form, Viewer viewer) {
        return pages.concern(concern, viewer).map(page -> Pages.show("concerns/concern", page, form));
    }

    @PostMapping("/concerns/{id}/acknowledge")
    Mono<Rendering> acknowledge(@PathVariable String id, Viewer viewer) {
        return concerns.acknowledge(id, viewer).map(concern -> Pages.seeOther(path(id)));
    }

    @PostMapping("/concerns/{id}/done")
    Mono<Rendering> done(@PathVariable String id, Form<DoneForm> form, Viewer viewer) {
        return concerns.find(id, viewer)
                .filter(found -> Concerns.answers(viewer))
                .flatMap(found -> form.submit(
                        sent -> concerns.finish(id, sent.words(), viewer).map(concern -> Pages.seeOther(path(id))),
                        again -> page(found, again, viewer)));
    }

    /** When each was raised, acknowledged and done; nothing of what it says. For safeguarding leads. */
    @GetMapping("/concerns/list.csv")
    Mono<ResponseEntity<byte[]>> csv(Viewer viewer) {
        return Mono.just(viewer)
                .filter(Concerns::answers)
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .flatMap(pages::lines)
                .map(lines -> {
                    List<List<?>> all = new ArrayList<>();
                    all.add(List.of(
                            say("concerns.csv.reference"),
                            say("concerns.csv.state"),
                            say("concerns.csv.raised"),
                            say("concerns.csv.acknowledged"),
                            say("concerns.csv.minutes"),
                            say("concerns.csv.done")));
                    all.addAll(lines);
                    return CsvAnswer.of("worries about a child", all);
                });
    }

    private static String path(String id) {
        return "/concerns/" + id;
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}

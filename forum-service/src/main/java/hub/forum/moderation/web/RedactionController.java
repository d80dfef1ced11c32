package hub.forum.moderation.web;

import hub.forum.groups.Visibility;
import hub.forum.moderation.Redaction;
import hub.forum.moderation.Redactions;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A moderator takes words out of a post and of every copy. For everybody else these addresses do not exist. */
@Controller
class RedactionController {
    private final Redactions redactions;
    private final MessageSource messages;

    RedactionController(Redactions redactions, MessageSource messages) {
        this.redactions = redactions;
        this.messages = messages;
    }

    /** What a moderator sends. */
    record RedactForm(
            String post,

            @Text(least = Redaction.LEAST, most = Redaction.MOST, message = "moderation.redact.words.length")
            String words,

            @Text(least = 3, most = 500, message = "moderation.redact.reason.length")
            String reason,

            String formKey,
            @Nullable Boolean sure) {
        RedactForm {
            post = InputText.orEmpty(post);
            words = InputText.clean(words);
            reason = InputText.cleanText(reason).strip();
            formKey = FormKey.orFresh(formKey);
        }
    }

    /**
     * @param html the post, sanitised
     * @param texts in how many texts the words stand; 0 until they were said
     */
    record RedactPage(String html, String back, int texts) {}

    @GetMapping("/moderation/redact")
    Mono<Rendering> form(@RequestParam(defaultValue = "") String post, Visibility visibility) {
        return page(Form.of(new RedactForm(post, "", "", "", null)), 0, visibility);
    }

    @PostMapping("/moderation/redact")
    Mono<Rendering> redact(Form<RedactForm> form, Visibility visibility) {
        return redactions
                .post(form.value().post(), visibility)
                .flatMap(found -> form.submit(
                        sent -> Boolean.TRUE.equals(sent.sure())
                                ? redactions
                                        .takeOut(form.once(), sent.post(), sent.words(), sent.reason(), visibility)
                                        .map(done -> Pages.seeOther("/moderation/redactions/" + done.id()))
                                : redactions
                                        .look(sent.post(), sent.words(), sent.reason(), visibility)
                                        .flatMap(texts -> page(form, texts, visibility)),
                        again -> page(again, 0, visibility)));
    }

    private Mono<Rendering> page(Form<RedactForm> form, int texts, Visibility visibility) {
        return redactions
                .post(form.value().post(), visibility)
                .map(post -> Pages.show(
                        "moderation/redact",
                        new RedactPage(post.html(), "/threads/" + post.thread() + "/posts/" + post.id(), texts),
                        form));
    }

    /** @param count in how many */
    record Place(String name, int count) {}

    record RedactedPage(List<Place> places, boolean done, String back) {}

    @GetMapping("/moderation/redactions/{id}")
    Mono<Rendering> redacted(@PathVariable String id, Viewer viewer) {
        return redactions
                .find(id, viewer)
                .map(found -> Pages.show(
                        "moderation/redacted",
                        new RedactedPage(
                                found.places().entrySet().stream()
                                        .sorted(Map.Entry.comparingByKey())
                                        .map(place -> new Place(say(place.getKey()), place.getValue()))
                                        .toList(),
                                found.done(),
                                "/threads/" + found.thread() + "/posts/" + found.post())));
    }

    private String say(String collection) {
        String more = messages.getMessage("moderation.redact.in.more", null, Locale.UK);
        return String.valueOf(messages.getMessage("moderation.redact.in." + collection, null, more, Locale.UK));
    }
}

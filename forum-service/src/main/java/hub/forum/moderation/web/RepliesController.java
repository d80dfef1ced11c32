package hub.forum.moderation.web;

import hub.forum.groups.Visibility;
import hub.forum.moderation.SavedReplies;
import hub.forum.moderation.SavedReply;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.identity.NotAllowed;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The texts that moderators keep for reasons. For everybody else there are no such pages. */
@Controller
class RepliesController {
    private static final String LIST = "/moderation/replies";
    private static final Set<String> DONE = Set.of("saved", "removed");

    private final SavedReplies replies;

    RepliesController(SavedReplies replies) {
        this.replies = replies;
    }

    record ReplyForm(
            @Text(
                    least = 3,
                    most = SavedReply.LONGEST_TITLE,
                    missing = "moderation.replies.title.missing",
                    message = "moderation.replies.title.tooLong")
            String title,

            @Text(
                    least = 3,
                    most = SavedReply.LONGEST_TEXT,
                    missing = "moderation.replies.text.missing",
                    message = "moderation.replies.text.tooLong")
            String text,

            String formKey) {
        ReplyForm {
            title = InputText.clean(title);
            text = InputText.cleanText(text);
            formKey = FormKey.orFresh(formKey);
        }
    }

    record RepliesPage(List<SavedReply> replies, String done) {}

    /** @param reply what is changed; null for a new one, which has the list beside it */
    record ReplyPage(@Nullable SavedReply reply) {}

    @GetMapping("/moderation/replies")
    Mono<Rendering> list(@RequestParam(defaultValue = "") String done, Visibility visibility) {
        return page(Form.of(new ReplyForm("", "", "")), DONE.contains(done) ? done : "", visibility);
    }

    @PostMapping("/moderation/replies")
    Mono<Rendering> add(Form<ReplyForm> form, Visibility visibility) {
        requireKeeper(visibility);
        return form.submit(
                sent -> replies.add(sent.title(), sent.text(), form.once(), visibility.viewer())
                        .map(added -> Pages.seeOther(LIST + "?done=saved")),
                again -> page(again, "", visibility));
    }

    private Mono<Rendering> page(Form<ReplyForm> form, String done, Visibility visibility) {
        requireKeeper(visibility);
        return replies.all(visibility).map(all -> Pages.show("moderation/replies", new RepliesPage(all, done), form));
    }

    private static void requireKeeper(Visibility visibility) {
        if (!visibility.viewer().moderator()) {
            throw new NotAllowed();
        }
    }

    @GetMapping("/moderation/replies/{id}")
    Mono<Rendering> changeForm(@PathVariable String id, Visibility visibility) {
        return replies.find(id, visibility.viewer())
                .map(reply -> Pages.show(
                        "moderation/reply",
                        new ReplyPage(reply),
                        Form.of(new ReplyForm(reply.title(), reply.text(), ""))));
    }

    @PostMapping("/moderation/replies/{id}")
    Mono<Rendering> change(@PathVariable String id, Form<ReplyForm> form, Visibility visibility) {
        return replies.find(id, visibility.viewer())
                .flatMap(reply -> form.submit(
                        sent -> replies.change(id, sent.title(), sent.text(), visibility.viewer())
                                .map(saved -> Pages.seeOther(LIST + "?done=saved")),
                        again -> Mono.just(Pages.show("moderation/reply", new ReplyPage(reply), again))));
    }

    @PostMapping("/moderation/replies/{id}/remove")
    Mono<Rendering> remove(@PathVariable String id, Visibility visibility) {
        return replies.find(id, visibility.viewer())
                .flatMap(reply ->
                        replies.remove(id, visibility.viewer()).thenReturn(Pages.seeOther(LIST + "?done=removed")));
    }
}

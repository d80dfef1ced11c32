package hub.forum.groups.web;

import hub.forum.groups.Group;
import hub.forum.groups.ModeratorEntries;
import hub.forum.groups.Visibility;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The door of a private group, for a moderator with a reason. Nobody else can tell that there is one. */
@Controller
class EntryController {
    private final ModeratorEntries entries;
    private final GroupHeaders headers;

    EntryController(ModeratorEntries entries, GroupHeaders headers) {
        this.entries = entries;
        this.headers = headers;
    }

    /** Why a moderator comes in: the members see it. */
    record EntryForm(
            @Text(least = 10, most = 500, message = "groups.enter.reason.length")
            String reason,

            String formKey) {
        EntryForm {
            reason = InputText.cleanText(reason).strip();
            formKey = FormKey.orFresh(formKey);
        }
    }

    record EntryPage(GroupHeader header) {}

    @GetMapping("/groups/{id}/enter")
    Mono<Rendering> why(@PathVariable String id, Visibility visibility) {
        return entries.door(id, visibility)
                .flatMap(group -> isInside(group, visibility)
                        ? Mono.just(Pages.seeOther(group.path()))
                        : page(group, Form.of(new EntryForm("", ""))));
    }

    @PostMapping("/groups/{id}/enter")
    Mono<Rendering> enter(@PathVariable String id, Form<EntryForm> form, Visibility visibility) {
        return entries.door(id, visibility)
                .flatMap(group -> isInside(group, visibility)
                        ? Mono.just(Pages.seeOther(group.path()))
                        : form.submit(
                                sent -> entries.enter(id, sent.reason(), sent.formKey(), visibility.viewer())
                                        .thenReturn(Pages.seeOther(group.path())),
                                again -> page(group, again)));
    }

    private Mono<Rendering> page(Group group, Form<EntryForm> form) {
        return Mono.just(Pages.show("groups/enter", new EntryPage(headers.outside(group)), form));
    }

    /** A member, or one who came in already, needs no entry. */
    private static boolean isInside(Group group, Visibility visibility) {
        return visibility.isMember(group.id()) || visibility.mayRead(group.id());
    }
}

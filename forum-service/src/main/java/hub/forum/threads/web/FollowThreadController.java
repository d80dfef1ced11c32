package hub.forum.threads.web;

import hub.forum.following.Following;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Threads;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Following a conversation, and muting it. */
@Controller
class FollowThreadController {
    private final Threads threads;
    private final Following following;

    FollowThreadController(Threads threads, Following following) {
        this.threads = threads;
        this.following = following;
    }

    /** @param choose {@code follow}, {@code mute}, or {@code neither}; anything else changes nothing */
    record Choose(String choose) {
        Choose {
            choose = InputText.orEmpty(choose);
        }
    }

    /** Done twice it is done once. Leads back to the conversation. */
    @PostMapping("/threads/{id}/following")
    Mono<Rendering> choose(@PathVariable String id, Form<Choose> form, Visibility visibility) {
        return threads.find(id, visibility)
                .flatMap(thread ->
                        chosen(thread, form.value().choose(), visibility).thenReturn(Pages.seeOther(thread.path())));
    }

    private Mono<Void> chosen(DiscussionThread thread, String choose, Visibility visibility) {
        return switch (choose) {
            case "follow" -> following.choose(thread.id(), thread.group(), false, visibility);
            case "mute" -> following.choose(thread.id(), thread.group(), true, visibility);
            case "neither" -> following.drop(thread.id(), visibility);
            default -> Mono.empty();
        };
    }
}

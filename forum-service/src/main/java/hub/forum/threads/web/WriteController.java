package hub.forum.threads.web;

import hub.forum.groups.GroupWords;
import hub.forum.groups.Groups;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.ReadThread;
import hub.forum.threads.Threads;
import hub.platform.identity.Rejected;
import hub.platform.identity.Viewer;
import hub.platform.web.FormKey;
import hub.platform.web.NotFound;
import hub.platform.web.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Starting a conversation, and replying. */
@Controller
class WriteController {
    private final Rights rights;
    private final Groups groups;
    private final GroupWords words;
    private final Threads threads;
    private final ReadThread reading;
    private final ThreadPages pages;
    private final ReplyPages replies;

    WriteController(
            Rights rights,
            Groups groups,
            GroupWords words,
            Threads threads,
            ReadThread reading,
            ThreadPages pages,
            ReplyPages replies) {
        this.rights = rights;
        this.groups = groups;
        this.words = words;
        this.threads = threads;
        this.reading = reading;
        this.pages = pages;
        this.replies = replies;
    }

    @GetMapping("/threads/new")
    Mono<Rendering> startForm(@RequestParam(defaultValue = "") String group, Viewer viewer) {
        ThreadForms.Start form = new ThreadForms.Start(group, "", "", FormKey.fresh(), null);
        return rights.of(viewer).flatMap(visibility -> startPage(Rendering.view("threads/new"), form, "", visibility));
    }

    @PostMapping("/threads")
    Mono<Rendering> start(@ModelAttribute("form") ThreadForms.Start form, BindingResult errors, Viewer viewer) {
        form.check(errors);
        return rights.of(viewer).flatMap(visibility -> {
            visibility.requireRead(form.group());
            if (errors.hasErrors()) {
                return startPage(Pages.mend("threads/new"), form, "", visibility);
            }
            return form.previewing()
                    ? threads.preview(form.text())
                            .flatMap(html -> startPage(Rendering.view("threads/new"), form, html, visibility))
                    : threads.start(form.group(), form.title(), form.text(), form.formKey(), visibility)
                            .map(thread -> Pages.seeOther(thread.path()));
        });
    }

    private Mono<Rendering> startPage(
            Rendering.Builder<?> page, ThreadForms.Start form, String preview, Visibility visibility) {
        return groups.find(form.group(), visibility)
                .doOnNext(group -> visibility.requireRead(group.id()))
                .filter(group -> visibility.mayPost(group.id()))
                .switchIfEmpty(Mono.error(NotFound::new))
                .map(group -> page.modelAttribute("form", form)
                        .modelAttribute("preview", preview)
                        .modelAttribute("groupName", group.name())
                        .modelAttribute("groupPath", group.path())
                        .modelAttribute("readers", words.readers(group))
                        .build());
    }

    @GetMapping("/threads/{id}/reply")
    Mono<Rendering> replyForm(
            @PathVariable String id, @RequestParam(required = false) @Nullable String to, Viewer viewer) {
        ThreadForms.Reply form = ThreadForms.Reply.blank(to == null ? "" : to);
        return rights.of(viewer)
                .flatMap(visibility -> thread(id, visibility)
                        .flatMap(thread -> thread.isLocked()
                                ? Mono.just(Pages.seeOther(thread.path()))
                                : replies.show(Rendering.view("threads/reply"), thread, form, "", visibility)));
    }

    @PostMapping("/threads/{id}/posts")
    Mono<Rendering> reply(
            @PathVariable String id,
            @ModelAttribute("form") ThreadForms.Reply form,
            BindingResult errors,
            Viewer viewer) {
        form.check(errors);
        return rights.of(viewer).flatMap(visibility -> answer(id, form, errors, visibility));
    }

    private Mono<Rendering> answer(String id, ThreadForms.Reply form, BindingResult errors, Visibility visibility) {
        if (errors.hasErrors()) {
            return thread(id, visibility)
                    .flatMap(thread -> replies.show(Pages.mend("threads/reply"), thread, form, "", visibility));
        }
        if (form.previewing()) {
            return Mono.zip(thread(id, visibility), threads.preview(form.text()))
                    .flatMap(both -> replies.show(
                            Rendering.view("threads/reply"), both.getT1(), form, both.getT2(), visibility));
        }
        return threads.reply(id, form.parent(), form.text(), form.formKey(), visibility)
                .switchIfEmpty(Mono.error(NotFound::new))
                .map(replied -> Pages.seeOther(ThreadController.permalink(
                        replied.thread(), replied.post().id())))
                .onErrorResume(
                        Rejected.class,
                        refusal -> thread(id, visibility)
                                .flatMap(thread -> refused(thread, form, errors, refusal, visibility)));
    }

    /** Locked meanwhile, or the answered post is gone: the words come back, to keep or to post elsewhere. */
    private Mono<Rendering> refused(
            DiscussionThread before,
            ThreadForms.Reply form,
            BindingResult errors,
            Rejected refusal,
            Visibility visibility) {
        if (refusal.messageKey().equals("threads.locked")) {
            return thread(before.id(), visibility)
                    .flatMap(thread -> reading.after(thread, null, visibility)
                            .flatMap(page -> pages.show(thread, page, visibility, HttpStatus.CONFLICT, form.text())));
        }
        ThreadForms.Reply toTheThread = new ThreadForms.Reply("", form.text(), form.formKey(), null);
        Pages.reject(errors, "text", refusal);
        return replies.show(Pages.changedMeanwhile("threads/reply"), before, toTheThread, "", visibility);
    }

    private Mono<DiscussionThread> thread(String id, Visibility visibility) {
        return threads.find(id, visibility)
                .filter(thread -> visibility.mayPost(thread.group()))
                .switchIfEmpty(Mono.error(NotFound::new));
    }
}

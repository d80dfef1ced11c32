package hub.forum.threads.web;

import hub.forum.groups.GroupWords;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.ReadThread;
import hub.forum.threads.Threads;
import hub.forum.threads.web.ThreadForms.Reply;
import hub.forum.threads.web.ThreadForms.Start;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Starting a conversation, and replying. */
@Controller
class WriteController {
    private final Groups groups;
    private final GroupWords words;
    private final Threads threads;
    private final ReadThread reading;
    private final ThreadPages pages;
    private final ReplyPages replies;

    WriteController(
            Groups groups,
            GroupWords words,
            Threads threads,
            ReadThread reading,
            ThreadPages pages,
            ReplyPages replies) {
        this.groups = groups;
        this.words = words;
        this.threads = threads;
        this.reading = reading;
        this.pages = pages;
        this.replies = replies;
    }

    /** @param preview the words as they will look, sanitised; null unless asked for */
    record StartPage(
            String groupName,
            String groupPath,
            String readers,
            @Nullable String preview) {}

    @GetMapping("/threads/new")
    Mono<Rendering> startForm(@RequestParam(defaultValue = "") String group, Visibility visibility) {
        return startPage(Form.of(Start.blank(group)), null, visibility);
    }

    @PostMapping("/threads")
    Mono<Rendering> start(Form<Start> form, Visibility visibility) {
        visibility.requireRead(form.value().group());
        return form.submit(
                sent -> sent.previewing()
                        ? threads.preview(sent.text()).flatMap(html -> startPage(form, html, visibility))
                        : threads.start(sent.group(), sent.title(), sent.text(), sent.formKey(), visibility)
                                .map(thread -> Pages.seeOther(thread.path())),
                again -> startPage(again, null, visibility));
    }

    private Mono<Rendering> startPage(Form<Start> form, @Nullable String preview, Visibility visibility) {
        return groups.find(form.value().group(), visibility)
                .doOnNext(group -> visibility.requireRead(group.id()))
                .filter(group -> visibility.mayPost(group.id()))
                .map(group -> Pages.show(
                        "threads/new", new StartPage(group.name(), group.path(), words.readers(group), preview), form));
    }

    @GetMapping("/threads/{id}/reply")
    Mono<Rendering> replyForm(
            @PathVariable String id, @RequestParam(defaultValue = "") String to, Visibility visibility) {
        return thread(id, visibility)
                .flatMap(thread -> thread.isLocked()
                        ? Mono.just(Pages.seeOther(thread.path()))
                        : replies.show(thread, Form.of(Reply.blank(to)), null, visibility));
    }

    @PostMapping("/threads/{id}/posts")
    Mono<Rendering> reply(@PathVariable String id, Form<Reply> form, Visibility visibility) {
        return form.submit(
                sent -> sent.previewing()
                        ? Mono.zip(thread(id, visibility), threads.preview(sent.text()))
                                .flatMap(both -> replies.show(both.getT1(), form, both.getT2(), visibility))
                        : threads.reply(id, sent.parent(), sent.text(), sent.formKey(), visibility)
                                .map(replied -> Pages.seeOther(ThreadController.permalink(
                                        replied.thread(), replied.post().id()))),
                again -> thread(id, visibility).flatMap(thread -> replyAgain(thread, again, visibility)));
    }

    /** Locked meanwhile, or the answered post is gone: the words come back, to keep or to post elsewhere. */
    private Mono<Rendering> replyAgain(DiscussionThread thread, Form<Reply> form, Visibility visibility) {
        if (form.status() != HttpStatus.CONFLICT) {
            return replies.show(thread, form, null, visibility);
        }
        return thread.isLocked()
                ? reading.after(thread, null, visibility).flatMap(page -> pages.tooLate(thread, page, form, visibility))
                : replies.show(thread, form.with(form.value().toTheThread()), null, visibility);
    }

    private Mono<DiscussionThread> thread(String id, Visibility visibility) {
        return threads.find(id, visibility).filter(thread -> visibility.mayPost(thread.group()));
    }
}

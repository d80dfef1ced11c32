package hub.forum.threads.web;

import hub.forum.drafts.Draft;
import hub.forum.drafts.Drafts;
import hub.forum.groups.GroupWords;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.threads.DiscussionThread;
import hub.forum.threads.Post;
import hub.forum.threads.ReadThread;
import hub.forum.threads.Threads;
import hub.forum.threads.web.ThreadForms.Reply;
import hub.forum.threads.web.ThreadForms.Start;
import hub.platform.forms.Form;
import hub.platform.mongo.Ids;
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
    private final Drafts drafts;

    WriteController(
            Groups groups,
            GroupWords words,
            Threads threads,
            ReadThread reading,
            ThreadPages pages,
            ReplyPages replies,
            Drafts drafts) {
        this.groups = groups;
        this.words = words;
        this.threads = threads;
        this.reading = reading;
        this.pages = pages;
        this.replies = replies;
        this.drafts = drafts;
    }

    /** @param preview the words as they will look, sanitised; null unless asked for */
    record StartPage(
            String groupName,
            String groupPath,
            String readers,
            @Nullable String preview) {}

    @GetMapping("/threads/new")
    Mono<Rendering> startForm(@RequestParam(defaultValue = "") String group, Visibility visibility) {
        return drafts.find(Draft.Place.start(group), visibility.viewer())
                .map(Start::of)
                .defaultIfEmpty(Start.blank(group))
                .flatMap(start -> startPage(Form.of(start), null, visibility));
    }

    @PostMapping("/threads")
    Mono<Rendering> start(Form<Start> form, Visibility visibility) {
        visibility.requireRead(form.value().group());
        Draft.Place place = Draft.Place.start(form.value().group());
        if (form.value().keeping()) {
            return keep(
                    place,
                    form.value().title(),
                    form.value().text(),
                    form.value().formKey(),
                    visibility);
        }
        return form.submit(
                sent -> sent.previewing()
                        ? threads.preview(sent.text()).flatMap(html -> startPage(form, html, visibility))
                        : threads.start(sent.group(), sent.title(), sent.text(), form.once(), visibility)
                                .delayUntil(thread -> drafts.posted(
                                        place, sent.title(), sent.text(), sent.formKey(), visibility.viewer()))
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
            @PathVariable String id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String cite,
            Visibility visibility) {
        return thread(id, visibility)
                .flatMap(thread -> !thread.takesReplies()
                        ? Mono.just(Pages.seeOther(thread.path()))
                        : drafts.find(Draft.Place.reply(thread.group(), id, to), visibility.viewer())
                                .map(Reply::of)
                                .defaultIfEmpty(Reply.blank(to))
                                .flatMap(
                                        begun -> cite.isEmpty() ? Mono.just(begun) : quoting(begun, id, to, visibility))
                                .flatMap(reply -> replyPage(thread, reply, visibility)));
    }

    /** What was begun in answer to a post that is gone can be posted to the conversation as a whole. */
    private Mono<Rendering> replyPage(DiscussionThread thread, Reply reply, Visibility visibility) {
        Mono<Rendering> toTheThread = reply.text().isEmpty()
                ? Mono.empty()
                : replies.show(thread, Form.of(reply.toTheThread()), null, visibility);
        return replies.show(thread, Form.of(reply), null, visibility).switchIfEmpty(toTheThread);
    }

    /** With the words of the post that is answered before what was begun. */
    private Mono<Reply> quoting(Reply begun, String thread, String to, Visibility visibility) {
        return threads.post(to, visibility)
                .filter(post -> post.thread().equals(thread) && post.state() == Post.State.PUBLISHED)
                .map(post -> begun.after(post.quoted()))
                .defaultIfEmpty(begun);
    }

    /** What is kept is held to no rule: it comes back as it is. It needs a place where the viewer may write. */
    private Mono<Rendering> keep(Draft.Place place, String title, String text, String formKey, Visibility visibility) {
        return visibility.mayPost(place.group())
                ? drafts.keep(place, title, text, formKey, visibility.viewer())
                        .thenReturn(Pages.seeOther("/conversations?show=drafts"))
                : Mono.empty();
    }

    @PostMapping("/threads/{id}/posts")
    Mono<Rendering> reply(@PathVariable String id, Form<Reply> form, Visibility visibility) {
        if (form.value().keeping()) {
            return thread(id, visibility)
                    .filter(thread -> Ids.isEmptyOrOne(form.value().parent()))
                    .flatMap(thread -> keep(
                            Draft.Place.reply(thread.group(), id, form.value().parent()),
                            "",
                            form.value().text(),
                            form.value().formKey(),
                            visibility));
        }
        return form.submit(
                sent -> sent.previewing()
                        ? Mono.zip(thread(id, visibility), threads.preview(sent.text()))
                                .flatMap(both -> replies.show(both.getT1(), form, both.getT2(), visibility))
                        : threads.reply(id, sent.parent(), sent.text(), form.once(), visibility)
                                .delayUntil(replied -> drafts.posted(
                                        Draft.Place.reply(replied.post().group(), id, sent.parent()),
                                        "",
                                        sent.text(),
                                        sent.formKey(),
                                        visibility.viewer()))
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

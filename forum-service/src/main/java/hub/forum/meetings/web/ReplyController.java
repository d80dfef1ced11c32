package hub.forum.meetings.web;

import hub.forum.groups.Group;
import hub.forum.groups.Membership;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingPolicy;
import hub.forum.meetings.MeetingRefusal;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.Meetings;
import hub.forum.meetings.Replies;
import hub.forum.meetings.Reply;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Saying whether one comes, and saying it for somebody else. */
@Controller
class ReplyController {
    private static final int MOST_FOUND = 20;

    private final Meetings meetings;
    private final Replies replies;
    private final MeetingPages pages;
    private final MeetingWords words;
    private final Memberships memberships;
    private final Accounts accounts;

    ReplyController(
            Meetings meetings,
            Replies replies,
            MeetingPages pages,
            MeetingWords words,
            Memberships memberships,
            Accounts accounts) {
        this.meetings = meetings;
        this.replies = replies;
        this.pages = pages;
        this.words = words;
        this.memberships = memberships;
        this.accounts = accounts;
    }

    @PostMapping("/meetings/{id}/reply")
    Mono<Rendering> reply(@PathVariable String id, Form<ReplyForm> form, Visibility visibility) {
        return meetings.find(id, visibility)
                .filter(found -> MeetingPolicy.mayReply(visibility, found.group()))
                .flatMap(found -> form.submit(
                        sent -> replies.answer(id, sent.wish(), visibility)
                                .map(reply -> Pages.seeOther(found.meeting().path() + "?done=" + done(reply))),
                        again -> pages.show(found, again, "", visibility)));
    }

    private static String done(Reply reply) {
        return switch (reply.answer()) {
            case GOING -> "going";
            case WAITING -> "waiting";
            case NOT_GOING -> "no";
        };
    }

    /** @param seeks whether people are looked for by name: those whom a social worker supervises */
    record BehalfPage(Meeting meeting, String when, List<Choice> people, boolean seeks, boolean sought) {}

    @GetMapping("/meetings/{id}/for")
    Mono<Rendering> forWhom(@PathVariable String id, Form<ReplyForm> form, Visibility visibility) {
        return toAnswer(id, visibility)
                .flatMap(found -> page(found, Form.of(ReplyForm.seeking(form.value())), visibility));
    }

    @PostMapping("/meetings/{id}/for")
    Mono<Rendering> answerFor(@PathVariable String id, Form<ReplyForm> form, Visibility visibility) {
        return toAnswer(id, visibility)
                .flatMap(found -> form.submit(
                        sent -> answered(found, sent, visibility), again -> page(found, again, visibility)));
    }

    private Mono<Rendering> answered(GroupMeeting found, ReplyForm sent, Visibility visibility) {
        return sent.account().isEmpty()
                ? Mono.error(new Rejected(MeetingRefusal.NOBODY_CHOSEN))
                : replies.answerFor(found.id(), sent.account(), sent.wish(), visibility)
                        .map(reply -> Pages.seeOther(found.meeting().path() + "?done=answeredFor"));
    }

    private Mono<GroupMeeting> toAnswer(String id, Visibility visibility) {
        return meetings.find(id, visibility)
                .filter(found -> found.meeting().listed())
                .filter(found -> MeetingPolicy.mayAnswerForOthers(
                        visibility, found.group().id()));
    }

    private Mono<Rendering> page(GroupMeeting found, Form<ReplyForm> form, Visibility visibility) {
        boolean leads = visibility.leads(found.group().id());
        return (leads ? people(found.group(), visibility) : supervised(form.value(), visibility))
                .map(people -> Pages.show(
                        "meetings/for",
                        new BehalfPage(
                                found.meeting(),
                                words.day(found.meeting()),
                                people,
                                !leads,
                                form.value().seeks()),
                        form));
    }

    private Mono<List<Choice>> supervised(ReplyForm form, Visibility visibility) {
        return form.seeks()
                ? replies.supervisedNamed(form.q(), MOST_FOUND, visibility)
                        .map(person -> new Choice(person.id(), person.name(), null))
                        .collectList()
                : Mono.just(List.of());
    }

    private Mono<List<Choice>> people(Group group, Visibility visibility) {
        String own = visibility.viewer().id();
        return memberships
                .in(group, visibility)
                .map(Membership::account)
                .filter(account -> !account.equals(own))
                .collectList()
                .flatMap(ids -> accounts.names(ids)
                        .map(names -> ids.stream()
                                .map(names::of)
                                .filter(PersonName::approved)
                                .sorted(Comparator.comparing(PersonName::name))
                                .map(person -> new Choice(person.id(), person.name(), null))
                                .toList()));
    }
}

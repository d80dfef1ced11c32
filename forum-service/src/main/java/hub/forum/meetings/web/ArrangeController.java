package hub.forum.meetings.web;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.meetings.Activity;
import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingPolicy;
import hub.forum.meetings.MeetingSeries;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.Meetings;
import hub.forum.meetings.topics.Topics;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.places.FamilyHub;
import hub.platform.refusals.Rejected;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Arranging a meeting: writing it down, publishing, changing. */
@Controller
class ArrangeController {
    private final Meetings meetings;
    private final MeetingSeries series;
    private final Topics topics;
    private final Groups groups;
    private final WhichHubs hubs;
    private final WhichDates which;
    private final MeetingWords words;

    ArrangeController(
            Meetings meetings,
            MeetingSeries series,
            Topics topics,
            Groups groups,
            WhichHubs hubs,
            WhichDates which,
            MeetingWords words) {
        this.meetings = meetings;
        this.series = series;
        this.topics = topics;
        this.groups = groups;
        this.hubs = hubs;
        this.which = which;
        this.words = words;
    }

    /**
     * @param meeting that is changed; null for a new one
     * @param answered that people have answered and will be told; empty if nobody has
     * @param which whether this date alone is changed; none for one that stands alone
     */
    record FormPage(
            String action,
            String back,
            String group,
            @Nullable Meeting meeting,
            List<Choice> hubs,
            List<Choice> children,
            List<String> fields,
            String answered,
            List<Choice> which) {}

    @GetMapping("/meetings/in/{group}/new")
    Mono<Rendering> begin(
            @PathVariable String group, @RequestParam(defaultValue = "") String topic, Visibility visibility) {
        return toArrange(group, visibility)
                .flatMap(found -> topics.find(topic, visibility)
                        .filter(proposed -> proposed.group().equals(group))
                        .map(proposed -> MeetingForm.about(proposed.text()))
                        .defaultIfEmpty(MeetingForm.empty())
                        .flatMap(form -> newPage(found, Form.of(form))));
    }

    @PostMapping("/meetings/in/{group}/new")
    Mono<Rendering> add(@PathVariable String group, Form<MeetingForm> form, Visibility visibility) {
        return toArrange(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> meetings.draft(found, sent.details(), form.once("act"), visibility)
                                .flatMap(draft -> published(draft, sent, visibility)),
                        again -> newPage(found, again)));
    }

    private Mono<Rendering> published(Meeting draft, MeetingForm sent, Visibility visibility) {
        return sent.publishes()
                ? meetings.publish(draft.id(), visibility)
                        .map(meeting -> Pages.seeOther(meeting.path() + "?done=published"))
                : Mono.just(Pages.seeOther(draft.path() + "?done=saved"));
    }

    private Mono<Rendering> newPage(Group group, Form<MeetingForm> form) {
        return formPage("/meetings/in/" + group.id() + "/new", "/meetings/in/" + group.id(), group, null, form);
    }

    @GetMapping("/meetings/{id}/edit")
    Mono<Rendering> edit(@PathVariable String id, Visibility visibility) {
        return meetings.toArrange(id, visibility)
                .flatMap(found -> found.meeting().details().activity() == null
                        ? editPage(found.meeting(), found.group(), Form.of(MeetingForm.of(found.meeting())))
                        : Mono.just(Pages.seeOther(Activity.editPath(found.meeting()))));
    }

    @PostMapping("/meetings/{id}/edit")
    Mono<Rendering> save(@PathVariable String id, Form<MeetingForm> form, Visibility visibility) {
        return meetings.toArrange(id, visibility)
                .filter(found -> found.meeting().details().activity() == null)
                .flatMap(found -> form.submit(
                        sent -> changed(found.meeting(), sent, visibility)
                                .flatMap(saved -> saved.draft()
                                        ? published(saved, sent, visibility)
                                        : Mono.just(Pages.seeOther(saved.path() + "?done=changed"))),
                        again -> editPage(found.meeting(), found.group(), again)));
    }

    private Mono<Meeting> changed(Meeting meeting, MeetingForm sent, Visibility visibility) {
        return meeting.series() != null && sent.following()
                ? series.changeFollowing(meeting.id(), sent.details(), sent.seenVersion(), visibility)
                : meetings.change(meeting.id(), sent.details(), sent.seenVersion(), visibility);
    }

    private Mono<Rendering> editPage(Meeting meeting, Group group, Form<MeetingForm> form) {
        return formPage(meeting.path() + "/edit", meeting.path(), group, meeting, form);
    }

    @PostMapping("/meetings/{id}/publish")
    Mono<Rendering> publish(@PathVariable String id, Visibility visibility) {
        return meetings.toArrange(id, visibility)
                .flatMap(found -> meetings.publish(id, visibility)
                        .map(meeting -> Pages.seeOther(meeting.path() + "?done=published"))
                        .onErrorResume(Rejected.class, refusal -> refused(found, refusal)));
    }

    /** An activity has a form of its own. */
    private Mono<Rendering> refused(GroupMeeting found, Rejected refusal) {
        Meeting meeting = found.meeting();
        return meeting.details().activity() == null
                ? editPage(
                        meeting, found.group(), Form.of(MeetingForm.of(meeting)).refused(refusal))
                : Mono.error(refusal);
    }

    @PostMapping("/meetings/{id}/discard")
    Mono<Rendering> discard(@PathVariable String id, Visibility visibility) {
        return meetings.toArrange(id, visibility)
                .filter(found -> found.meeting().draft())
                .flatMap(found -> meetings.discard(id, visibility)
                        .thenReturn(
                                Pages.seeOther("/meetings/in/" + found.group().id())));
    }

    private Mono<Group> toArrange(String group, Visibility visibility) {
        return groups.find(group, visibility).filter(found -> MeetingPolicy.mayArrange(visibility, found));
    }

    private Mono<Rendering> formPage(
            String action, String back, Group group, @Nullable Meeting meeting, Form<MeetingForm> form) {
        return Mono.zip(hubs.of(meeting), which.of(meeting))
                .map(all -> Pages.show(
                        "meetings/form",
                        new FormPage(
                                action,
                                back,
                                group.name(),
                                meeting,
                                choices(all.getT1()),
                                List.of(
                                        new Choice("yes", words.say("meetings.form.children.yes"), null),
                                        new Choice("no", words.say("meetings.form.children.no"), null)),
                                MeetingForm.FIELDS,
                                meeting == null || meeting.draft() || meeting.tickets() == 0
                                        ? ""
                                        : words.say("meetings.form.told"),
                                all.getT2()),
                        form));
    }

    private List<Choice> choices(List<FamilyHub> hubs) {
        List<Choice> choices = new ArrayList<>();
        hubs.forEach(hub ->
                choices.add(new Choice(hub.id(), hub.name() + ", " + hub.facts().postcode(), null)));
        choices.add(new Choice(MeetingForm.ONLINE, words.say("meetings.form.hub.online"), null));
        return choices;
    }
}

package hub.forum.constellations.activities.web;

import hub.forum.constellations.ConstellationPolicy;
import hub.forum.constellations.Constellations;
import hub.forum.constellations.activities.Invitations;
import hub.forum.constellations.homes.HomeMark;
import hub.forum.constellations.homes.HubHomes;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.forum.meetings.Activity;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingDetails;
import hub.forum.meetings.MeetingSeries;
import hub.forum.meetings.Meetings;
import hub.forum.meetings.web.WhichDates;
import hub.forum.meetings.web.WhichHubs;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Planning a social activity and changing it. Its page, the answers, the register and cancelling are those of meetings. */
@Controller
class ActivityController {
    private final Constellations constellations;
    private final Invitations invitations;
    private final HubHomes homes;
    private final Meetings meetings;
    private final MeetingSeries series;
    private final WhichHubs hubs;
    private final WhichDates which;
    private final RotaWords words;

    ActivityController(
            Constellations constellations,
            Invitations invitations,
            HubHomes homes,
            Meetings meetings,
            MeetingSeries series,
            WhichHubs hubs,
            WhichDates which,
            RotaWords words) {
        this.constellations = constellations;
        this.invitations = invitations;
        this.homes = homes;
        this.meetings = meetings;
        this.series = series;
        this.hubs = hubs;
        this.which = which;
        this.words = words;
    }

    /**
     * @param fresh whether nobody has been told of it yet
     * @param answered whether people have answered and will be told
     * @param which whether this date alone is changed; none for one that stands alone
     */
    record FormPage(
            String action,
            String back,
            String backTo,
            String name,
            boolean begins,
            boolean fresh,
            boolean answered,
            List<Choice> hubs,
            List<Choice> access,
            List<Choice> lifts,
            List<Choice> invite,
            List<Choice> homes,
            List<String> fields,
            List<Choice> which) {}

    /** One that is changed. */
    private record Existing(Group group, Meeting meeting, Activity activity) {}

    @GetMapping("/constellations/{group}/activities/new")
    Mono<Rendering> begin(@PathVariable String group, Visibility visibility) {
        return constellations
                .toKeep(group, visibility)
                .flatMap(found -> page(
                        found,
                        null,
                        Form.of(ActivityForm.empty(words.say("constellations.activities.photographs.usual"))),
                        visibility));
    }

    @PostMapping("/constellations/{group}/activities/new")
    Mono<Rendering> add(@PathVariable String group, Form<ActivityForm> form, Visibility visibility) {
        return constellations
                .toKeep(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> details(found, sent, null, visibility)
                                .flatMap(details -> meetings.draft(found, details, form.once("act"), visibility))
                                .flatMap(draft -> published(draft, sent, visibility)),
                        again -> page(found, null, again, visibility)));
    }

    @GetMapping("/constellations/{group}/activities/{id}/edit")
    Mono<Rendering> edit(@PathVariable String group, @PathVariable String id, Visibility visibility) {
        return toChange(group, id, visibility)
                .flatMap(found -> page(
                        found.group(),
                        found.meeting(),
                        Form.of(ActivityForm.of(
                                found.meeting(), found.activity(), ConstellationPolicy.mayOversee(visibility, group))),
                        visibility));
    }

    @PostMapping("/constellations/{group}/activities/{id}/edit")
    Mono<Rendering> save(
            @PathVariable String group, @PathVariable String id, Form<ActivityForm> form, Visibility visibility) {
        return toChange(group, id, visibility)
                .flatMap(found -> form.submit(
                        sent -> details(found.group(), sent, found.activity(), visibility)
                                .flatMap(details -> changed(found.meeting(), details, sent, visibility))
                                .flatMap(saved -> saved.draft()
                                        ? published(saved, sent, visibility)
                                        : Mono.just(Pages.seeOther(saved.path() + "?done=changed"))),
                        again -> page(found.group(), found.meeting(), again, visibility)));
    }

    private Mono<MeetingDetails> details(
            Group group, ActivityForm sent, @Nullable Activity before, Visibility visibility) {
        return invitations
                .households(group, Objects.requireNonNull(sent.invitation()), before, visibility)
                .map(sent::details);
    }

    private Mono<Rendering> published(Meeting draft, ActivityForm sent, Visibility visibility) {
        return sent.publishes()
                ? meetings.publish(draft.id(), visibility)
                        .map(meeting -> Pages.seeOther(meeting.path() + "?done=published"))
                : Mono.just(Pages.seeOther(draft.path() + "?done=saved"));
    }

    private Mono<Meeting> changed(Meeting meeting, MeetingDetails details, ActivityForm sent, Visibility visibility) {
        return meeting.series() != null && sent.following()
                ? series.changeFollowing(meeting.id(), details, sent.seenVersion(), visibility)
                : meetings.change(meeting.id(), details, sent.seenVersion(), visibility);
    }

    private Mono<Existing> toChange(String group, String id, Visibility visibility) {
        return constellations
                .toKeep(group, visibility)
                .flatMap(found -> meetings.toArrange(id, visibility)
                        .filter(one -> one.group().id().equals(group))
                        .flatMap(one -> Mono.justOrEmpty(one.meeting().details().activity())
                                .map(activity -> new Existing(found, one.meeting(), activity))));
    }

    private Mono<Rendering> page(
            Group group, @Nullable Meeting meeting, Form<ActivityForm> form, Visibility visibility) {
        return Mono.zip(hubs.of(meeting), homes.households(group, visibility), which.of(meeting))
                .map(all -> Pages.show(
                        "constellations/activity",
                        new FormPage(
                                meeting == null
                                        ? "/constellations/" + group.id() + "/activities/new"
                                        : Activity.editPath(meeting),
                                meeting == null ? "/constellations/" + group.id() : meeting.path(),
                                meeting == null
                                        ? group.name()
                                        : meeting.details().title(),
                                group.name(),
                                meeting == null,
                                meeting == null || meeting.draft(),
                                meeting != null && !meeting.draft() && meeting.tickets() > 0,
                                Stream.concat(
                                                all.getT1().stream().map(hub -> new Choice(hub.id(), hub.line(), null)),
                                                Stream.of(new Choice(
                                                        ActivityForm.ELSEWHERE,
                                                        words.say("constellations.activities.elsewhere"),
                                                        null)))
                                        .toList(),
                                choices(
                                        "meetings.activity.access.",
                                        Arrays.stream(Activity.Access.values()).map(Slug::slug)),
                                choices("constellations.activities.lifts.", Stream.of("yes", "no")),
                                invite(group, meeting, visibility),
                                all.getT2().all().stream()
                                        .map(home -> new Choice(home.id(), home.names(), null))
                                        .toList(),
                                ActivityForm.FIELDS,
                                all.getT3()),
                        form));
    }

    /** By the marks of homes the liaison worker alone invites, who sees them. Whoever else changes such an activity leaves that as it is, or chooses others without seeing whom it meant. */
    private List<Choice> invite(Group group, @Nullable Meeting meeting, Visibility visibility) {
        Activity activity = meeting == null ? null : meeting.details().activity();
        Stream<String> before =
                activity == null || activity.mark() == null ? Stream.empty() : Stream.of(ActivityForm.AS_BEFORE);
        Stream<String> marks = ConstellationPolicy.mayOversee(visibility, group.id())
                ? Arrays.stream(HomeMark.values()).map(Slug::slug)
                : Stream.empty();
        return choices(
                "constellations.activities.invite.",
                Stream.of(before, Stream.of(ActivityForm.ALL), marks, Stream.of(ActivityForm.SOME))
                        .flatMap(each -> each));
    }

    private List<Choice> choices(String key, Stream<String> slugs) {
        return slugs.map(slug -> new Choice(slug, words.say(key + slug), null)).toList();
    }
}

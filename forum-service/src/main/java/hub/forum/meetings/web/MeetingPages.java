package hub.forum.meetings.web;

import hub.forum.groups.Visibility;
import hub.forum.meetings.Activity;
import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingDetails;
import hub.forum.meetings.MeetingPolicy;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.Replies;
import hub.forum.meetings.Reply;
import hub.forum.meetings.lifts.Lift;
import hub.forum.meetings.lifts.Lifts;
import hub.forum.meetings.register.Registers;
import hub.platform.calendar.BankHolidays;
import hub.platform.calendar.WallTime;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.PersonName;
import hub.platform.pages.Pages;
import hub.platform.places.FamilyHub;
import hub.platform.places.Places;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Makes the page of a meeting, for whoever may see it. */
@Component
class MeetingPages {
    private static final Set<String> DONE =
            Set.of("saved", "published", "changed", "cancelled", "going", "waiting", "no", "answeredFor", "register");

    private final Replies replies;
    private final Registers registers;
    private final Lifts lifts;
    private final Accounts accounts;
    private final Places places;
    private final BankHolidays holidays;
    private final MeetingWords words;
    private final Clock clock;

    MeetingPages(
            Replies replies,
            Registers registers,
            Lifts lifts,
            Accounts accounts,
            Places places,
            BankHolidays holidays,
            MeetingWords words,
            Clock clock) {
        this.replies = replies;
        this.registers = registers;
        this.lifts = lifts;
        this.accounts = accounts;
        this.places = places;
        this.holidays = holidays;
        this.words = words;
        this.clock = clock;
    }

    Mono<Rendering> show(GroupMeeting found, @Nullable Form<ReplyForm> form, String done, Visibility visibility) {
        Meeting meeting = found.meeting();
        Mono<Optional<FamilyHub>> hub =
                places.find(meeting.details().hub()).map(Optional::of).defaultIfEmpty(Optional.empty());
        Mono<Optional<Reply>> own =
                replies.own(meeting, visibility).map(Optional::of).defaultIfEmpty(Optional.empty());
        Mono<String> attended = registers
                .of(found, visibility)
                .map(register -> words.say("meetings.register.people", register.people()))
                .defaultIfEmpty("");
        Mono<Optional<MeetingPage.Outing>> outing = outing(found, visibility);
        return Mono.zip(hub, own, words.changes(meeting), whoComes(found, visibility), attended, outing)
                .map(all -> Pages.show(
                        "meetings/meeting",
                        page(
                                found,
                                all.getT1().orElse(null),
                                all.getT2().orElse(null),
                                all.getT3(),
                                all.getT4().orElse(null),
                                all.getT5(),
                                all.getT6().orElse(null),
                                done,
                                visibility),
                        form == null ? Form.of(ReplyForm.of(all.getT2().orElse(null))) : form));
    }

    private MeetingPage page(
            GroupMeeting found,
            @Nullable FamilyHub hub,
            @Nullable Reply own,
            String changed,
            MeetingPage.@Nullable WhoComes people,
            String attended,
            MeetingPage.@Nullable Outing outing,
            String done,
            Visibility visibility) {
        Meeting meeting = found.meeting();
        MeetingDetails details = meeting.details();
        Instant now = clock.instant();
        boolean arranges = MeetingPolicy.mayArrange(visibility, found.group());
        boolean open = meeting.on() && !meeting.started(now);
        return new MeetingPage(
                meeting,
                "/meetings/in/" + meeting.group(),
                found.group().name(),
                words.say("groups.kind." + found.group().kind().slug()),
                Times.inFull(details.wallStart().date()),
                words.hours(meeting),
                hub,
                details.otherPlace(),
                outing,
                link(meeting, own, arranges, now),
                details.expect().lines().filter(line -> !line.isBlank()).toList(),
                details.phone().replaceAll("[^+0-9]", ""),
                changed,
                notes(details),
                own == null || !meeting.on() ? "" : answer(own),
                open && MeetingPolicy.mayReply(visibility, found.group()),
                open && people != null ? free(meeting) : "",
                people,
                arranges,
                open && !arranges && MeetingPolicy.mayAnswerForOthers(visibility, meeting.group()),
                !open,
                registers.mayTake(found, visibility),
                attended,
                reminders(),
                DONE.contains(done) ? words.say("meetings.done." + done) : null);
    }

    private Mono<Optional<MeetingPage.Outing>> outing(GroupMeeting found, Visibility visibility) {
        Activity activity = found.meeting().details().activity();
        return activity == null
                ? Mono.just(Optional.empty())
                : lifts.to(found, visibility)
                        .collectList()
                        .map(all -> Optional.of(new MeetingPage.Outing(
                                activity.cost(),
                                activity.access().stream()
                                        .sorted()
                                        .map(one -> words.say("meetings.activity.access." + one.slug()))
                                        .toList(),
                                activity.photographs(),
                                MeetingPolicy.mayArrange(visibility, found.group()) ? invited(activity) : "",
                                lifts.areArranged(found.meeting()) ? lifts(all) : null,
                                Activity.editPath(found.meeting()))));
    }

    private String invited(Activity activity) {
        return activity.everybody()
                ? words.say("meetings.activity.invited.all")
                : words.say(
                        "meetings.activity.invited.some", activity.households().size());
    }

    private String lifts(List<Lift> all) {
        return words.say("meetings.lifts.line", seats(all, Lift.Kind.OFFERED), seats(all, Lift.Kind.WANTED));
    }

    private static int seats(List<Lift> all, Lift.Kind kind) {
        return all.stream()
                .filter(lift -> lift.kind() == kind)
                .mapToInt(Lift::seats)
                .sum();
    }

    /** For those who come, from a day before; whoever arranges it sees what they wrote. */
    private static @Nullable String link(Meeting meeting, @Nullable Reply own, boolean arranges, Instant now) {
        MeetingDetails details = meeting.details();
        boolean soon = meeting.on() && !now.isBefore(details.starts().minus(MeetingDetails.ONLINE_SHOWN));
        boolean shown = arranges || (own != null && own.going() && soon);
        return details.online().isEmpty() || !shown ? null : details.online();
    }

    private List<String> notes(MeetingDetails details) {
        List<String> notes = new ArrayList<>();
        WallTime start = details.wallStart();
        if (start.comesTwice()) {
            notes.add(words.say("calendar.twice", Times.time(start.time())));
        }
        holidays.on(start.date()).ifPresent(name -> notes.add(words.say("meetings.holiday", name)));
        return notes;
    }

    private String answer(Reply own) {
        return switch (own.answer()) {
            case GOING ->
                own.people() == 1
                        ? words.say("meetings.answer.going")
                        : words.say("meetings.answer.going.with", words.people(own.adults(), own.children()));
            case WAITING -> words.say("meetings.answer.waiting");
            case NOT_GOING -> words.say("meetings.answer.notGoing");
        };
    }

    private String free(Meeting meeting) {
        Integer room = meeting.details().places();
        return room == null ? "" : words.say("meetings.free", Math.max(0, room - meeting.taken()), room);
    }

    private List<Choice> reminders() {
        return Arrays.stream(Reply.Reminder.values())
                .map(Slug::slug)
                .map(word -> new Choice(word, words.say("meetings.reply.remind." + word), null))
                .toList();
    }

    private Mono<Optional<MeetingPage.WhoComes>> whoComes(GroupMeeting found, Visibility visibility) {
        if (!MeetingPolicy.maySeeWhoComes(visibility, found.meeting())
                || found.meeting().draft()) {
            return Mono.just(Optional.empty());
        }
        return replies.to(found.meeting(), visibility)
                .collectList()
                .flatMap(all -> accounts.names(all.stream()
                                .map(Reply::account)
                                .filter(Objects::nonNull)
                                .toList())
                        .map(names -> Optional.of(new MeetingPage.WhoComes(
                                summary(all),
                                people(all, Reply.Answer.GOING, names),
                                people(all, Reply.Answer.WAITING, names),
                                people(all, Reply.Answer.NOT_GOING, names)))));
    }

    private String summary(List<Reply> all) {
        int adults = all.stream().filter(Reply::going).mapToInt(Reply::adults).sum();
        int children =
                all.stream().filter(Reply::going).mapToInt(Reply::children).sum();
        return adults == 0
                ? words.say("meetings.who.nobody")
                : words.say("meetings.who.summary", adults + children, words.people(adults, children));
    }

    private List<MeetingPage.Person> people(List<Reply> all, Reply.Answer answer, Names names) {
        return all.stream()
                .filter(reply -> reply.answer() == answer)
                .map(reply -> person(reply, names))
                .toList();
    }

    private MeetingPage.Person person(Reply reply, Names names) {
        String account = reply.account();
        String line = reply.answer() == Reply.Answer.NOT_GOING || reply.people() == 1
                ? null
                : words.say("meetings.who.with", words.morePeople(reply.adults() - 1, reply.children()));
        if (account == null) {
            String guest = String.valueOf(reply.guest());
            String more = line == null ? "" : ", " + line;
            String known = words.say("meetings.who.guest");
            return new MeetingPage.Person(
                    guest.isEmpty() ? known : guest,
                    guest.isEmpty() ? null : initial(guest),
                    PersonName.hue(reply.id()),
                    known + more);
        }
        PersonName name = names.of(account);
        return new MeetingPage.Person(name.name(), name.initials(), name.hue(), line);
    }

    private static String initial(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.UK);
    }
}

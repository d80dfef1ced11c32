package hub.forum.meetings;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.platform.calendar.CalendarEntry;
import hub.platform.calendar.CalendarFeeds;
import hub.platform.calendar.CalendarSource;
import hub.platform.identity.Viewer;
import hub.platform.places.FamilyHub;
import hub.platform.places.Places;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Meetings in calendars: those of one's groups, unless one said no, and public ones that one comes to. Of a hidden group an entry says that there is a meeting, and where to read on. */
@Component
public class MeetingCalendar implements CalendarSource {
    private final MeetingLists lists;
    private final Groups groups;
    private final Places places;
    private final Rights rights;
    private final MeetingWords words;

    MeetingCalendar(MeetingLists lists, Groups groups, Places places, Rights rights, MeetingWords words) {
        this.lists = lists;
        this.groups = groups;
        this.places = places;
        this.rights = rights;
        this.words = words;
    }

    @Override
    public Flux<CalendarEntry> entries(Viewer viewer, Instant from, Instant to) {
        return rights.of(viewer)
                .filter(visibility -> visibility.viewer().approved())
                .flatMapMany(visibility -> lists.theirs(from, to, CalendarFeeds.MOST_ENTRIES, visibility)
                        .flatMapMany(found -> entries(found, visibility)));
    }

    private Flux<CalendarEntry> entries(List<Meeting> found, Visibility visibility) {
        return Mono.zip(
                        lists.answers(found, visibility),
                        groups.all(visibility).collectMap(Group::id),
                        places.all(found.stream()
                                .map(meeting -> meeting.details().hub())
                                .filter(hub -> !hub.isEmpty())
                                .collect(Collectors.toSet())))
                .flatMapIterable(beside -> found.stream()
                        .filter(meeting -> wanted(meeting, beside.getT1()))
                        .flatMap(meeting -> Stream.ofNullable(beside.getT2().get(meeting.group()))
                                .map(group -> entry(new GroupMeeting(meeting, group), beside.getT3())))
                        .toList());
    }

    private static boolean wanted(Meeting meeting, Map<String, Reply> answers) {
        Reply reply = answers.get(meeting.id());
        return reply == null || reply.answer() != Reply.Answer.NOT_GOING;
    }

    /** One meeting as a file of its own. */
    public Mono<CalendarEntry> entry(GroupMeeting found) {
        String hub = found.meeting().details().hub();
        return places.all(hub.isEmpty() ? List.of() : List.of(hub)).map(known -> entry(found, known));
    }

    /** A public date as a file for whoever asks. */
    public Mono<CalendarEntry> publicEntry(GroupMeeting found) {
        return entry(found)
                .map(own -> new CalendarEntry(
                        own.uid(),
                        own.sequence(),
                        own.changed(),
                        own.starts(),
                        own.ends(),
                        own.title(),
                        own.description(),
                        own.place(),
                        "/clusters/dates/" + found.id(),
                        own.cancelled()));
    }

    private CalendarEntry entry(GroupMeeting found, Map<String, FamilyHub> known) {
        Meeting meeting = found.meeting();
        MeetingDetails details = meeting.details();
        boolean hidden = found.group().privacy() == Group.Privacy.HIDDEN;
        FamilyHub hub = known.get(details.hub());
        String place = hub == null ? details.otherPlace() : hub.line();
        return new CalendarEntry(
                "meeting-" + meeting.id() + "@hearth",
                meeting.sequence(),
                meeting.changedAt(),
                details.wallStart(),
                details.wallEnd(),
                hidden ? words.say("meetings.calendar.hidden") : details.title(),
                hidden ? "" : details.expect(),
                hidden ? "" : place,
                meeting.path(),
                meeting.cancelled());
    }
}

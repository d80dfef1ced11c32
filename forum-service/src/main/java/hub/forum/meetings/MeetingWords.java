package hub.forum.meetings;

import hub.platform.calendar.WallTime;
import hub.platform.places.FamilyHub;
import hub.platform.places.Places;
import hub.platform.time.Times;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says of meetings what a line can hold. */
@Component
public class MeetingWords {
    private final Places places;
    private final Times times;
    private final MessageSource messages;

    MeetingWords(Places places, Times times, MessageSource messages) {
        this.places = places;
        this.times = times;
        this.messages = messages;
    }

    /** "Wednesday 16 December, 10am" */
    public String day(Meeting meeting) {
        return times.appointment(meeting.details().starts());
    }

    /** "10am to 12 noon" as "10am to 12pm" */
    public String hours(Meeting meeting) {
        WallTime start = meeting.details().wallStart();
        WallTime end = meeting.details().wallEnd();
        String until = Times.time(end.time());
        return start.date().equals(end.date())
                ? say("meetings.hours", Times.time(start.time()), until)
                : say("meetings.hours.overnight", Times.time(start.time()), until);
    }

    /** What is different from what people were told, in a line: "Now 10.30am, was 10am." */
    public Mono<String> changes(Meeting meeting) {
        List<String> hubs = meeting.changes().stream()
                .filter(change -> change.kind() == Difference.Kind.PLACE)
                .flatMap(change -> Stream.of(change.now(), change.was()))
                .filter(id -> !id.isEmpty())
                .toList();
        return places.all(hubs)
                .map(known -> meeting.changes().stream()
                        .map(change -> change(change, known))
                        .collect(Collectors.joining(" ")));
    }

    private String change(Difference change, Map<String, FamilyHub> known) {
        boolean place = change.kind() == Difference.Kind.PLACE;
        String now = place ? hub(change.now(), known) : change.now();
        String was = place ? hub(change.was(), known) : change.was();
        return say(change.kind().messageKey(), now, was);
    }

    private String hub(String id, Map<String, FamilyHub> known) {
        FamilyHub hub = known.get(id);
        String elsewhere = id.isEmpty() ? say("meetings.online") : id;
        return hub == null ? elsewhere : hub.name();
    }

    /** Where it is, in a word or two. @param hub null if it is at none, or that is not known */
    public String where(MeetingDetails details, @Nullable FamilyHub hub) {
        return hub != null
                ? hub.name()
                : details.otherPlace().isEmpty() ? say("meetings.online") : details.otherPlace();
    }

    /** "2 adults and 1 child"; empty for nobody. */
    public String people(int adults, int children) {
        return both("meetings.count.adults", adults, children);
    }

    /** "1 more adult and 2 children"; empty for nobody. */
    public String morePeople(int adults, int children) {
        return both("meetings.count.adults.more", adults, children);
    }

    private String both(String adultsKey, int adults, int children) {
        String some = adults == 0 ? "" : say(adultsKey, adults);
        String young = children == 0 ? "" : say("meetings.count.children", children);
        return some.isEmpty() || young.isEmpty() ? some + young : say("meetings.count.and", some, young);
    }

    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}

package hub.forum.meetings.web;

import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingSeries;
import hub.forum.meetings.MeetingWords;
import hub.platform.forms.Choice;
import hub.platform.text.InputText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether one date of a series is meant, or it and all that follow. */
@Component
@NamedInterface("which-dates")
public class WhichDates {
    public static final String FOLLOWING = "following";
    private static final String ONE = "one";

    private final MeetingSeries series;
    private final MeetingWords words;

    WhichDates(MeetingSeries series, MeetingWords words) {
        this.series = series;
        this.words = words;
    }

    public static String orOne(@Nullable String sent) {
        return InputText.clean(sent).equals(FOLLOWING) ? FOLLOWING : ONE;
    }

    /** To choose from, with how many people come to them; none for a meeting that stands alone, or is the last. */
    public Mono<List<Choice>> of(@Nullable Meeting meeting) {
        if (meeting == null || meeting.series() == null) {
            return Mono.just(List.of());
        }
        return series.following(meeting).map(dates -> dates.size() < 2 ? List.of() : choices(meeting, dates));
    }

    private List<Choice> choices(Meeting meeting, List<Meeting> dates) {
        int people = dates.stream().mapToInt(Meeting::taken).sum();
        return List.of(
                new Choice(ONE, words.say("meetings.series.one"), words.say("meetings.series.people", meeting.taken())),
                new Choice(
                        FOLLOWING,
                        words.say("meetings.series.following", dates.size()),
                        words.say("meetings.series.people", people)));
    }
}

package hub.forum.meetings.web;

import hub.forum.groups.Visibility;
import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingSeries;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.Meetings;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Cancelling a meeting: why, said once and read by everybody who sees it. */
@Controller
class CancelController {
    private final Meetings meetings;
    private final MeetingSeries series;
    private final WhichDates which;
    private final MeetingWords words;

    CancelController(Meetings meetings, MeetingSeries series, WhichDates which, MeetingWords words) {
        this.meetings = meetings;
        this.series = series;
        this.which = which;
        this.words = words;
    }

    record CancelForm(
            @Text(
                    least = 3,
                    most = 500,
                    missing = "meetings.cancel.reason.missing",
                    message = "meetings.cancel.reason.length")
            String reason,

            String which) {
        CancelForm {
            reason = InputText.cleanText(reason).strip();
            which = WhichDates.orOne(which);
        }
    }

    /** @param which whether this date alone is cancelled; none for one that stands alone */
    record CancelPage(Meeting meeting, String when, List<Choice> which) {}

    @GetMapping("/meetings/{id}/cancel")
    Mono<Rendering> why(@PathVariable String id, Visibility visibility) {
        return toCancel(id, visibility).flatMap(found -> page(found, Form.of(new CancelForm("", ""))));
    }

    @PostMapping("/meetings/{id}/cancel")
    Mono<Rendering> cancel(@PathVariable String id, Form<CancelForm> form, Visibility visibility) {
        return toCancel(id, visibility)
                .flatMap(found -> form.submit(
                        sent -> cancelled(found.meeting(), sent, visibility)
                                .map(meeting -> Pages.seeOther(meeting.path() + "?done=cancelled")),
                        again -> page(found, again)));
    }

    private Mono<GroupMeeting> toCancel(String id, Visibility visibility) {
        return meetings.toArrange(id, visibility)
                .filter(found -> !found.meeting().draft());
    }

    private Mono<Meeting> cancelled(Meeting meeting, CancelForm sent, Visibility visibility) {
        return meeting.series() != null && sent.which().equals(WhichDates.FOLLOWING)
                ? series.cancelFollowing(meeting.id(), sent.reason(), visibility)
                : meetings.cancel(meeting.id(), sent.reason(), visibility);
    }

    private Mono<Rendering> page(GroupMeeting found, Form<CancelForm> form) {
        return which.of(found.meeting())
                .map(choices -> Pages.show(
                        "meetings/cancel", new CancelPage(found.meeting(), words.day(found.meeting()), choices), form));
    }
}

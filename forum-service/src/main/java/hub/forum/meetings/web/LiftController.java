package hub.forum.meetings.web;

import hub.forum.groups.Visibility;
import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.Meetings;
import hub.forum.meetings.lifts.Lift;
import hub.forum.meetings.lifts.Lifts;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.guard.Careful;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Lifts to an activity: who offers seats, and who would like some. */
@Controller
class LiftController {
    private final Meetings meetings;
    private final Lifts lifts;
    private final Accounts accounts;
    private final MeetingWords words;

    LiftController(Meetings meetings, Lifts lifts, Accounts accounts, MeetingWords words) {
        this.meetings = meetings;
        this.lifts = lifts;
        this.accounts = accounts;
        this.words = words;
    }

    /** @param kind offered or wanted @param words from where and when */
    record LiftForm(
            String kind,
            String seats,

            @Careful(kept = false) @Text(most = Lift.MOST_WORDS, message = "meetings.lifts.words.length")
            String words,

            String formKey)
            implements Checked {
        LiftForm {
            kind = InputText.clean(kind);
            seats = InputText.clean(seats);
            words = InputText.clean(words);
            formKey = FormKey.orFresh(formKey);
        }

        static LiftForm of(Lift own) {
            return new LiftForm(own.kind().slug(), Integer.toString(own.seats()), own.words(), "");
        }

        @Override
        public void check(Errors errors) {
            if (Slug.find(Lift.Kind.class, kind).isEmpty()) {
                errors.rejectValue("kind", "meetings.lifts.kind.missing");
            }
            int number = InputText.number(seats);
            if (number < 1 || number > Lift.MOST_SEATS) {
                errors.rejectValue("seats", "meetings.lifts.seats.wrong");
            }
        }
    }

    /** @param says whether the viewer may say something @param said whether they have */
    record LiftsPage(
            String path,
            String title,
            String when,
            List<Line> offered,
            List<Line> wanted,
            List<Choice> kinds,
            List<Choice> seats,
            boolean says,
            boolean said,
            boolean done) {}

    record Line(String name, String seats, String words) {}

    @GetMapping("/meetings/{id}/lifts")
    Mono<Rendering> list(@PathVariable String id, @RequestParam(defaultValue = "") String done, Visibility visibility) {
        return find(id, visibility)
                .flatMap(found -> lifts.own(found, visibility)
                        .map(LiftForm::of)
                        .defaultIfEmpty(new LiftForm("", "1", "", ""))
                        .flatMap(form -> page(found, Form.of(form), done.equals("lift"), visibility)));
    }

    @PostMapping("/meetings/{id}/lifts")
    Mono<Rendering> say(@PathVariable String id, Form<LiftForm> form, Visibility visibility) {
        return find(id, visibility)
                .filter(found -> lifts.maySay(found, visibility))
                .flatMap(found -> form.submit(
                        sent -> lifts.say(
                                        found,
                                        Slug.find(Lift.Kind.class, sent.kind()).orElseThrow(),
                                        InputText.number(sent.seats()),
                                        sent.words(),
                                        visibility)
                                .thenReturn(Pages.seeOther("/meetings/" + id + "/lifts?done=lift")),
                        again -> page(found, again, false, visibility)));
    }

    @PostMapping("/meetings/{id}/lifts/remove")
    Mono<Rendering> takeBack(@PathVariable String id, Visibility visibility) {
        return find(id, visibility)
                .filter(found -> lifts.maySay(found, visibility))
                .flatMap(found ->
                        lifts.takeBack(found, visibility).thenReturn(Pages.seeOther("/meetings/" + id + "/lifts")));
    }

    private Mono<GroupMeeting> find(String id, Visibility visibility) {
        return meetings.find(id, visibility).filter(found -> lifts.areArranged(found.meeting()));
    }

    private Mono<Rendering> page(GroupMeeting found, Form<LiftForm> form, boolean done, Visibility visibility) {
        return lifts.to(found, visibility)
                .collectList()
                .flatMap(all -> accounts.names(all.stream().map(Lift::account).toList())
                        .map(names -> Pages.show(
                                "meetings/lifts",
                                new LiftsPage(
                                        found.meeting().path(),
                                        found.meeting().details().title(),
                                        words.day(found.meeting()),
                                        lines(all, Lift.Kind.OFFERED, names),
                                        lines(all, Lift.Kind.WANTED, names),
                                        kinds(),
                                        seats(),
                                        lifts.maySay(found, visibility),
                                        all.stream()
                                                .anyMatch(lift -> lift.account()
                                                        .equals(visibility
                                                                .viewer()
                                                                .account())),
                                        done),
                                form)));
    }

    private List<Line> lines(List<Lift> all, Lift.Kind kind, Names names) {
        return all.stream()
                .filter(lift -> lift.kind() == kind)
                .map(lift -> new Line(
                        names.of(lift.account()).name(),
                        words.say("meetings.lifts.seats.of", lift.seats()),
                        lift.words()))
                .toList();
    }

    private List<Choice> kinds() {
        return Arrays.stream(Lift.Kind.values())
                .map(kind -> new Choice(kind.slug(), words.say("meetings.lifts.kind." + kind.slug()), null))
                .toList();
    }

    private List<Choice> seats() {
        return IntStream.rangeClosed(1, Lift.MOST_SEATS)
                .mapToObj(number ->
                        new Choice(Integer.toString(number), words.say("meetings.lifts.seats.of", number), null))
                .toList();
    }
}

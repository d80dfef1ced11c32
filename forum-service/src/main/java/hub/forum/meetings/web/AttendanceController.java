package hub.forum.meetings.web;

import hub.forum.groups.Membership;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingWords;
import hub.forum.meetings.Meetings;
import hub.forum.meetings.Replies;
import hub.forum.meetings.Reply;
import hub.forum.meetings.register.Register;
import hub.forum.meetings.register.Registers;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.identity.Accounts;
import hub.platform.identity.PersonName;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The register of a meeting, taken on a phone when it is over. */
@Controller
class AttendanceController {
    private final Meetings meetings;
    private final Replies replies;
    private final Registers registers;
    private final Memberships memberships;
    private final Accounts accounts;
    private final MeetingWords words;

    AttendanceController(
            Meetings meetings,
            Replies replies,
            Registers registers,
            Memberships memberships,
            Accounts accounts,
            MeetingWords words) {
        this.meetings = meetings;
        this.replies = replies;
        this.registers = registers;
        this.memberships = memberships;
        this.accounts = accounts;
        this.words = words;
    }

    /**
     * @param came accounts
     * @param others a number
     */
    record RegisterForm(
            Set<String> came,

            @Text(most = 10, message = "meetings.register.others.wrong")
            String others,

            @Text(most = 500, message = "meetings.register.note.length")
            String note)
            implements Checked {
        RegisterForm {
            came = came == null ? Set.of() : Set.copyOf(came);
            others = InputText.clean(others);
            note = InputText.cleanText(note).strip();
        }

        static RegisterForm of(Register before) {
            return new RegisterForm(before.came(), Integer.toString(before.others()), before.note());
        }

        @Override
        public void check(Errors errors) {
            int number = count();
            if ((number < 0 || number > Register.MOST_OTHERS) && !errors.hasFieldErrors("others")) {
                errors.rejectValue("others", "meetings.register.others.wrong");
            }
        }

        int count() {
            return others.isEmpty() ? 0 : InputText.number(others);
        }
    }

    record RegisterPage(Meeting meeting, String when, List<Choice> people) {}

    @GetMapping("/meetings/{id}/register")
    Mono<Rendering> register(@PathVariable String id, Visibility visibility) {
        return toTake(id, visibility)
                .flatMap(found -> Mono.zip(
                                registers
                                        .of(found, visibility)
                                        .map(RegisterForm::of)
                                        .switchIfEmpty(asAnswered(found, visibility)),
                                people(found, visibility))
                        .map(both -> page(found, Form.of(both.getT1()), both.getT2())));
    }

    @PostMapping("/meetings/{id}/register")
    Mono<Rendering> take(@PathVariable String id, Form<RegisterForm> form, Visibility visibility) {
        return toTake(id, visibility)
                .flatMap(found -> people(found, visibility)
                        .flatMap(people -> form.submit(
                                sent -> registers
                                        .take(found, among(sent.came(), people), sent.count(), sent.note(), visibility)
                                        .thenReturn(
                                                Pages.seeOther(found.meeting().path() + "?done=register")),
                                again -> Mono.just(page(found, again, people)))));
    }

    private Mono<GroupMeeting> toTake(String id, Visibility visibility) {
        return meetings.toArrange(id, visibility).filter(found -> registers.mayTake(found, visibility));
    }

    private static Set<String> among(Set<String> came, List<Choice> people) {
        return people.stream().map(Choice::value).filter(came::contains).collect(Collectors.toSet());
    }

    /** Whoever said that they come is ticked, guests and children are counted; whoever takes it changes what was otherwise. */
    private Mono<RegisterForm> asAnswered(GroupMeeting found, Visibility visibility) {
        return replies.to(found.meeting(), visibility)
                .filter(Reply::going)
                .collectList()
                .map(going -> {
                    Set<String> came = going.stream()
                            .flatMap(reply -> Stream.ofNullable(reply.account()))
                            .collect(Collectors.toSet());
                    int all = going.stream().mapToInt(Reply::people).sum();
                    return new RegisterForm(came, Integer.toString(all - came.size()), "");
                });
    }

    private Mono<List<Choice>> people(GroupMeeting found, Visibility visibility) {
        Flux<String> members = memberships.in(found.group(), visibility).map(Membership::account);
        Flux<String> answered =
                replies.to(found.meeting(), visibility).filter(Reply::going).mapNotNull(Reply::account);
        return Flux.concat(members, answered)
                .distinct()
                .collectList()
                .flatMap(ids -> accounts.names(ids)
                        .map(names -> ids.stream()
                                .map(names::of)
                                .sorted(Comparator.comparing(PersonName::name))
                                .map(person -> new Choice(person.id(), person.name(), null))
                                .toList()));
    }

    private Rendering page(GroupMeeting found, Form<RegisterForm> form, List<Choice> people) {
        return Pages.show(
                "meetings/register", new RegisterPage(found.meeting(), words.day(found.meeting()), people), form);
    }
}

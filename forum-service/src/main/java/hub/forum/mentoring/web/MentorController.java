package hub.forum.mentoring.web;

import hub.forum.mentoring.mentors.Mentor;
import hub.forum.mentoring.mentors.Mentors;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.time.Times;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A mentor's own profile, and the coordinator's list of all who mentor. */
@Controller
class MentorController {
    private static final int MOST_FOUND = 20;

    private final Mentors mentors;
    private final Accounts accounts;
    private final MentoringWords words;
    private final Times times;

    MentorController(Mentors mentors, Accounts accounts, MentoringWords words, Times times) {
        this.mentors = mentors;
        this.accounts = accounts;
        this.words = words;
        this.times = times;
    }

    /**
     * @param places how many she has and could have
     * @param consents what she agreed to show, each with its date
     */
    record ProfilePage(
            boolean fresh,
            boolean paused,
            String places,
            List<String> consents,
            List<Choice> topics,
            List<Choice> attributes,
            List<Choice> capacities) {}

    @GetMapping("/mentoring/profile")
    Mono<Rendering> profile(Viewer viewer) {
        return mentors.own(viewer).map(own -> profilePage(own, Form.of(ProfileForm.of(own))));
    }

    @PostMapping("/mentoring/profile")
    Mono<Rendering> saved(Form<ProfileForm> form, Viewer viewer) {
        return mentors.own(viewer)
                .flatMap(own -> form.submit(
                        sent -> mentors.describe(sent.profile(), sent.consents(), sent.places(), viewer)
                                .map(saved -> Pages.seeOther("/mentoring/profile")),
                        again -> Mono.just(profilePage(own, again))));
    }

    private Rendering profilePage(Mentor own, Form<ProfileForm> form) {
        return Pages.show(
                "mentoring/profile",
                new ProfilePage(
                        own.profile().equals(Mentor.Profile.EMPTY),
                        own.paused(),
                        words.say("mentoring.places", own.taken(), own.capacity()),
                        Arrays.stream(Mentor.Attribute.values())
                                .filter(own::shows)
                                .map(one -> words.say(
                                        "mentoring.profile.consent",
                                        words.say("mentoring.attribute." + one.slug()),
                                        times.day(Objects.requireNonNull(
                                                own.shown().get(one)))))
                                .toList(),
                        words.topicChoices(),
                        words.attributeChoices(),
                        IntStream.rangeClosed(1, Mentor.MOST)
                                .mapToObj(String::valueOf)
                                .map(number -> new Choice(number, number, null))
                                .toList()),
                form);
    }

    @PostMapping("/mentoring/profile/pause")
    Mono<Rendering> pause(Viewer viewer) {
        return mentors.own(viewer)
                .flatMap(own -> mentors.pause(true, viewer))
                .map(paused -> Pages.seeOther("/mentoring/profile"));
    }

    @PostMapping("/mentoring/profile/resume")
    Mono<Rendering> resume(Viewer viewer) {
        return mentors.own(viewer)
                .flatMap(own -> mentors.pause(false, viewer))
                .map(resumed -> Pages.seeOther("/mentoring/profile"));
    }

    /** @param q how the name begins */
    record NameForm(String q, String account) {
        NameForm {
            q = InputText.clean(q);
            account = InputText.orEmpty(account);
        }
    }

    record Line(String name, String topics, String languages, String places, boolean paused) {}

    record MentorsPage(List<Line> mentors, boolean searched, List<Choice> found) {}

    @GetMapping("/mentoring/mentors")
    Mono<Rendering> all(Form<NameForm> form, Viewer viewer) {
        return coordinator(viewer)
                .then(Mono.defer(() -> Mono.zip(lines(viewer), found(form.value(), viewer))
                        .map(both -> Pages.show(
                                "mentoring/mentors",
                                new MentorsPage(both.getT1(), form.value().q().length() > 1, both.getT2()),
                                form))));
    }

    @PostMapping("/mentoring/mentors")
    Mono<Rendering> name(Form<NameForm> form, Viewer viewer) {
        Mono<Rendering> list = Mono.just(Pages.seeOther("/mentoring/mentors"));
        return coordinator(viewer)
                .then(
                        form.value().account().isEmpty()
                                ? list
                                : mentors.name(form.value().account(), viewer).then(list));
    }

    private static Mono<Void> coordinator(Viewer viewer) {
        return Mentors.matches(viewer) ? Mono.empty() : Mono.error(new NotAllowed());
    }

    private Mono<List<Line>> lines(Viewer viewer) {
        return mentors.all(viewer)
                .collectList()
                .flatMap(all -> accounts.names(all.stream().map(Mentor::id).toList())
                        .map(names -> all.stream().map(one -> line(one, names)).toList()));
    }

    private Line line(Mentor mentor, Names names) {
        return new Line(
                names.of(mentor.id()).name(),
                words.topics(mentor.profile().topics()),
                mentor.profile().languages(),
                words.say("mentoring.places", mentor.taken(), mentor.capacity()),
                mentor.paused());
    }

    private Mono<List<Choice>> found(NameForm form, Viewer viewer) {
        return form.q().length() < 2
                ? Mono.just(List.of())
                : accounts.approvedNamed(form.q(), MOST_FOUND, viewer)
                        .filterWhen(person -> accounts.viewer(person.id()).map(Viewer::carer))
                        .map(MentorController::choice)
                        .collectList();
    }

    private static Choice choice(PersonName person) {
        return new Choice(person.id(), person.name(), person.line().isEmpty() ? null : person.line());
    }
}

package hub.forum.ambassadors.web;

import hub.forum.ambassadors.Ambassador;
import hub.forum.ambassadors.AmbassadorRefusal;
import hub.forum.ambassadors.Ambassadors;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.time.Moment;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The recruitment officers' list of ambassadors, from which they ask carers. For everybody else it does not exist. */
@Controller
class AmbassadorRegisterController {
    private static final String REGISTER = "/ambassadors/register";
    private static final int MOST_FOUND = 20;
    private static final List<Ambassador.State> LISTED =
            List.of(Ambassador.State.ACTIVE, Ambassador.State.PAUSED, Ambassador.State.ASKED);

    private final Ambassadors ambassadors;
    private final Accounts accounts;
    private final AmbassadorWords words;

    AmbassadorRegisterController(Ambassadors ambassadors, Accounts accounts, AmbassadorWords words) {
        this.ambassadors = ambassadors;
        this.accounts = accounts;
        this.words = words;
    }

    /** @param q how the name begins */
    record AskForm(String q, String account) {
        AskForm {
            q = InputText.clean(q);
            account = InputText.orEmpty(account);
        }
    }

    /** @param about what she says of herself, in lines; empty until she has answered */
    record Line(
            String id,
            String name,
            String state,
            Moment since,
            String places,
            List<AmbassadorWords.Fact> about,
            boolean visits,
            boolean media) {}

    record RegisterPage(List<Line> ambassadors, boolean searched, List<Choice> found) {}

    @GetMapping(REGISTER)
    Mono<Rendering> register(Form<AskForm> form, Viewer viewer) {
        return recruiting(viewer)
                .then(Mono.defer(() -> Mono.zip(lines(viewer), found(form.value(), viewer))
                        .map(both -> Pages.show(
                                "ambassadors/register",
                                new RegisterPage(both.getT1(), form.value().q().length() > 1, both.getT2()),
                                form))));
    }

    @PostMapping(REGISTER)
    Mono<Rendering> ask(Form<AskForm> form, Viewer viewer) {
        Mono<Rendering> list = Mono.just(Pages.seeOther(REGISTER));
        return recruiting(viewer)
                .then(Mono.defer(() -> form.value().account().isEmpty()
                        ? register(form.refused(new Rejected(AmbassadorRefusal.NOBODY_CHOSEN)), viewer)
                        : ambassadors.ask(form.value().account(), viewer).then(list)));
    }

    /** @param taken with how many people she talks or is asked to */
    record EndingPage(String id, String name, int taken) {}

    @GetMapping(REGISTER + "/{ambassador}/end")
    Mono<Rendering> ending(@PathVariable String ambassador, Viewer viewer) {
        return recruiting(viewer)
                .then(Mono.defer(() -> ambassadors.find(ambassador, viewer)))
                .filter(one -> one.state() != Ambassador.State.ENDED)
                .flatMap(one -> accounts.names(List.of(one.id()))
                        .map(names -> Pages.show(
                                "ambassadors/ending",
                                new EndingPage(one.id(), names.of(one.id()).name(), one.taken()))));
    }

    @PostMapping(REGISTER + "/{ambassador}/end")
    Mono<Rendering> end(@PathVariable String ambassador, Viewer viewer) {
        return recruiting(viewer)
                .then(Mono.defer(() -> ambassadors.end(ambassador, viewer)))
                .map(ended -> Pages.seeOther(REGISTER));
    }

    private static Mono<Void> recruiting(Viewer viewer) {
        return Ambassadors.recruits(viewer) ? Mono.empty() : Mono.error(new NotAllowed());
    }

    private Mono<List<Line>> lines(Viewer viewer) {
        return Flux.fromIterable(LISTED)
                .concatMap(state -> ambassadors.in(state, viewer))
                .collectList()
                .flatMap(all -> accounts.names(all.stream().map(Ambassador::id).toList())
                        .map(names -> all.stream().map(one -> line(one, names)).toList()));
    }

    private Line line(Ambassador one, Names names) {
        Ambassador.Profile said = one.profile();
        return new Line(
                one.id(),
                names.of(one.id()).name(),
                words.say("ambassadors.state." + one.state().slug()),
                words.at(one.since()),
                one.state() == Ambassador.State.ASKED
                        ? ""
                        : words.say("ambassadors.places", one.taken(), one.capacity()),
                words.facts(new Ambassadors.Introduction(
                        "", said.household(), said.fostering(), said.heritage(), said.faith(), said.languages())),
                said.visits(),
                said.media());
    }

    private Mono<List<Choice>> found(AskForm form, Viewer viewer) {
        return form.q().length() < 2
                ? Mono.just(List.of())
                : accounts.approvedNamed(form.q(), MOST_FOUND, viewer)
                        .filterWhen(person -> accounts.viewer(person.id()).map(Viewer::carer))
                        .map(AmbassadorRegisterController::choice)
                        .collectList();
    }

    private static Choice choice(PersonName person) {
        return new Choice(person.id(), person.name(), person.line().isEmpty() ? null : person.line());
    }
}

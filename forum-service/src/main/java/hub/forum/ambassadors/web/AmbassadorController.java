package hub.forum.ambassadors.web;

import hub.forum.ambassadors.Ambassador;
import hub.forum.ambassadors.Ambassadors;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.security.PublicPaths;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Whom somebody who thinks of fostering can talk to, for everybody; and an ambassador's own profile, which says what of it is published. */
@Controller
class AmbassadorController {
    private static final String PROFILE = "/ambassadors/profile";

    private final Ambassadors ambassadors;
    private final AmbassadorWords words;

    AmbassadorController(Ambassadors ambassadors, AmbassadorWords words) {
        this.ambassadors = ambassadors;
        this.words = words;
    }

    @Bean
    static PublicPaths ambassadorPaths() {
        return PublicPaths.of("/ambassadors");
    }

    /** @param name her first name, or what stands for it if she keeps it back */
    record Person(String name, List<AmbassadorWords.Fact> facts) {}

    record PeoplePage(List<Person> people) {}

    @GetMapping("/ambassadors")
    Mono<Rendering> people() {
        return ambassadors
                .introductions()
                .map(one -> new Person(
                        one.name().isEmpty() ? words.say("ambassadors.unnamed") : one.name(), words.facts(one)))
                .collectList()
                .map(people -> Pages.show("ambassadors/people", new PeoplePage(people)));
    }

    /** @param since the day on which she agreed */
    record Consent(String slug, String label, String since) {}

    /**
     * @param state as in {@link Ambassador.State#slug}
     * @param places how many she has and could have
     */
    record ProfilePage(
            String state,
            String places,
            List<Consent> consents,
            List<Choice> households,
            List<Choice> fosterings,
            List<Choice> attributes,
            List<Choice> capacities) {}

    @GetMapping(PROFILE)
    Mono<Rendering> profile(Viewer viewer) {
        return own(viewer).map(own -> page(own, Form.of(AmbassadorForm.of(own))));
    }

    @PostMapping(PROFILE)
    Mono<Rendering> saved(Form<AmbassadorForm> form, Viewer viewer) {
        return own(viewer)
                .flatMap(own -> form.submit(
                        sent -> ambassadors
                                .describe(sent.profile(), sent.consents(), sent.places(), viewer)
                                .map(saved -> Pages.seeOther(PROFILE)),
                        again -> Mono.just(page(own, again))));
    }

    /** @param attribute as in {@link Ambassador.Attribute#slug} */
    record AttributeForm(String attribute) {
        AttributeForm {
            attribute = InputText.clean(attribute);
        }
    }

    @PostMapping(PROFILE + "/withdraw")
    Mono<Rendering> withdraw(Form<AttributeForm> form, Viewer viewer) {
        return own(viewer)
                .flatMap(own -> Slug.find(
                                Ambassador.Attribute.class, form.value().attribute())
                        .map(attribute -> ambassadors.withdraw(attribute, viewer))
                        .orElseGet(() -> Mono.just(own)))
                .map(withdrawn -> Pages.seeOther(PROFILE));
    }

    @PostMapping(PROFILE + "/pause")
    Mono<Rendering> pause(Viewer viewer) {
        return after(viewer, ambassadors.pause(true, viewer));
    }

    @PostMapping(PROFILE + "/resume")
    Mono<Rendering> resume(Viewer viewer) {
        return after(viewer, ambassadors.pause(false, viewer));
    }

    private Mono<Rendering> after(Viewer viewer, Mono<Ambassador> act) {
        return own(viewer)
                .flatMap(own -> act.map(done -> Pages.seeOther(PROFILE))
                        .onErrorResume(
                                Rejected.class,
                                refusal -> Mono.just(page(
                                        own, Form.of(AmbassadorForm.of(own)).refused(refusal)))));
    }

    record EndPage(boolean asked) {}

    @GetMapping(PROFILE + "/end")
    Mono<Rendering> ending(Viewer viewer) {
        return own(viewer).map(AmbassadorController::ending);
    }

    private static Rendering ending(Ambassador own) {
        return Pages.show("ambassadors/end", new EndPage(own.state() == Ambassador.State.ASKED));
    }

    /** @param sure yes, by the button of the page that says what follows */
    record EndForm(String sure) {
        EndForm {
            sure = InputText.clean(sure);
        }
    }

    @PostMapping(PROFILE + "/end")
    Mono<Rendering> end(Form<EndForm> form, Viewer viewer) {
        return own(viewer)
                .flatMap(own -> form.value().sure().equals("yes")
                        ? ambassadors.end(viewer).map(ended -> Pages.seeOther("/me"))
                        : Mono.just(ending(own)));
    }

    /** Who has ended it, or never was asked, has no profile. */
    private Mono<Ambassador> own(Viewer viewer) {
        return ambassadors
                .own(viewer)
                .filter(own -> own.state() != Ambassador.State.ENDED)
                .switchIfEmpty(Mono.error(NotAllowed::new));
    }

    private Rendering page(Ambassador own, Form<AmbassadorForm> form) {
        return Pages.show(
                "ambassadors/profile",
                new ProfilePage(
                        own.state().slug(),
                        words.say("ambassadors.places", own.taken(), own.capacity()),
                        Arrays.stream(Ambassador.Attribute.values())
                                .filter(own::shows)
                                .map(one -> new Consent(
                                        one.slug(),
                                        words.attribute(one),
                                        words.day(Objects.requireNonNull(
                                                own.shown().get(one)))))
                                .toList(),
                        words.households(),
                        words.fosterings(),
                        words.attributes(),
                        IntStream.rangeClosed(1, Ambassador.MOST)
                                .mapToObj(String::valueOf)
                                .map(number -> new Choice(number, number, null))
                                .toList()),
                form);
    }
}

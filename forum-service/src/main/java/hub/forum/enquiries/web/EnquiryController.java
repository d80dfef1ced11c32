package hub.forum.enquiries.web;

import hub.forum.enquiries.Asked;
import hub.forum.enquiries.Enquiries;
import hub.forum.enquiries.EnquiryRefusal;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.steps.StepDraft;
import hub.platform.forms.steps.StepDrafts;
import hub.platform.forms.steps.StepForm;
import hub.platform.forms.steps.StepView;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.requests.RateLimit;
import hub.platform.requests.TooMany;
import hub.platform.security.PublicPaths;
import hub.platform.text.Slug;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Asking about fostering, one question a page. Programs are kept out without puzzles: by a field that people do not see, by how fast they are, by how often. Whoever is mistaken
 * for one loses nothing and is told what to do.
 */
@Controller
class EnquiryController {
    private static final String PATH = "/enquiries/new";
    private static final StepForm<EnquiryForm> STEPS = EnquiryForm.STEPS;
    private static final Duration STRETCH = Duration.ofHours(1);
    private static final int LETTERS = 3;

    private final Enquiries enquiries;
    private final StepDrafts drafts;
    private final EnquiryWords words;
    private final RateLimit begun;
    private final RateLimit sent;
    private final RateLimit letters;
    private final Duration fastest;

    /**
     * @param each how many a network may begin in an hour, and send: a library or a family hub with its visitors is one
     * @param inAll and everybody
     * @param fastest how long a person needs at the least
     */
    EnquiryController(
            Enquiries enquiries,
            StepDrafts drafts,
            EnquiryWords words,
            @Value("${hearth.enquiries.begun:300}") int each,
            @Value("${hearth.enquiries.begun-in-all:20000}") int inAll,
            @Value("${hearth.enquiries.fastest:4s}") Duration fastest) {
        this.enquiries = enquiries;
        this.drafts = drafts;
        this.words = words;
        this.begun = new RateLimit(each, inAll, STRETCH);
        this.sent = new RateLimit(each, inAll, STRETCH);
        // By the address that was given: nobody's mailbox is filled in the council's name. The enquiry is taken all the
        // same.
        this.letters = new RateLimit(LETTERS, inAll, STRETCH);
        this.fastest = fastest;
    }

    @Bean
    static PublicPaths enquiryPaths() {
        return PublicPaths.of("/enquiries", PATH, PATH + "/**", "/enquiries/follow", "/enquiries/mine/**");
    }

    /** @param days working days in which somebody answers */
    record LandingPage(int days) {}

    @GetMapping("/enquiries")
    Mono<Rendering> landing() {
        return Mono.just(Pages.show("enquiries/landing", new LandingPage(enquiries.raiseAfter())));
    }

    /** @param choices of a question that has some */
    record QuestionPage(StepView view, List<Choice> choices) {}

    @GetMapping(PATH)
    Mono<Rendering> first() {
        StepDraft empty = drafts.empty(STEPS);
        return Mono.just(page(STEPS.first(), null, drafts.shown(STEPS, empty)));
    }

    @PostMapping(PATH)
    Mono<Rendering> begin(ServerWebExchange exchange) {
        return exchange.getFormData().flatMap(fields -> {
            StepDraft draft = drafts.with(drafts.empty(STEPS), STEPS.first(), fields);
            Form<EnquiryForm> form = trapped(fields, drafts.read(STEPS, draft, STEPS.first()));
            if (form.hasErrors()) {
                return Mono.just(page(STEPS.first(), null, form));
            }
            TooMany.unless(begun, exchange);
            return drafts.keep(draft).map(kept -> next(STEPS.first(), kept, form.value()));
        });
    }

    private static Form<EnquiryForm> trapped(MultiValueMap<String, String> fields, Form<EnquiryForm> form) {
        String filled = fields.getFirst("website");
        return filled == null || filled.isBlank() ? form : form.refused(new Rejected(EnquiryRefusal.TRAPPED));
    }

    @GetMapping(PATH + "/{draft}/{step}")
    Mono<Rendering> question(@PathVariable String draft, @PathVariable String step) {
        return drafts.find(STEPS, draft).map(kept -> page(step(step), kept, drafts.shown(STEPS, kept)));
    }

    @PostMapping(PATH + "/{draft}/{step}")
    Mono<Rendering> answer(@PathVariable String draft, @PathVariable String step, ServerWebExchange exchange) {
        StepForm.Step<EnquiryForm> question = step(step);
        return Mono.zip(drafts.find(STEPS, draft), exchange.getFormData()).flatMap(both -> {
            StepDraft answered = drafts.with(both.getT1(), question, both.getT2());
            Form<EnquiryForm> form = drafts.read(STEPS, answered, question);
            return form.hasErrors()
                    ? Mono.just(page(question, answered, form))
                    : drafts.keep(answered).map(kept -> next(question, kept, form.value()));
        });
    }

    private static StepForm.Step<EnquiryForm> step(String name) {
        StepForm.Step<EnquiryForm> step = STEPS.find(name);
        if (step == null) {
            throw new NotFound();
        }
        return step;
    }

    private static Rendering next(StepForm.Step<EnquiryForm> step, StepDraft kept, EnquiryForm answers) {
        StepForm.Step<EnquiryForm> next = STEPS.after(step, answers);
        return Pages.seeOther(PATH + "/" + kept.id() + "/" + (next == null ? "check" : next.name()));
    }

    private Rendering page(StepForm.Step<EnquiryForm> step, @Nullable StepDraft kept, Form<EnquiryForm> form) {
        StepView view = StepView.of(STEPS, step, form.value(), PATH, kept == null ? null : kept.id(), "/enquiries");
        List<Choice> choices = switch (step.name()) {
            case "interest" -> words.interests();
            case "next" -> words.wanted();
            case "carer" -> words.carer();
            case "like" -> words.households();
            case "source" -> words.sources();
            default -> List.of();
        };
        return Pages.show("enquiries/question", new QuestionPage(view, choices), form);
    }

    record CheckPage(String action, String back, List<StepView.Answer> answers) {}

    @GetMapping(PATH + "/{draft}/check")
    Mono<Rendering> check(@PathVariable String draft) {
        return drafts.find(STEPS, draft)
                .map(kept -> checkPage(kept, drafts.shown(STEPS, kept)))
                .switchIfEmpty(sentBefore(draft));
    }

    @PostMapping(PATH + "/{draft}/check")
    Mono<Rendering> send(@PathVariable String draft, ServerWebExchange exchange) {
        return drafts.find(STEPS, draft)
                .flatMap(kept -> {
                    Form<EnquiryForm> whole = drafts.read(STEPS, kept);
                    if (whole.hasErrors()) {
                        return Mono.just(checkPage(
                                kept, drafts.shown(STEPS, kept).refused(new Rejected(EnquiryRefusal.INCOMPLETE))));
                    }
                    if (drafts.age(kept).compareTo(fastest) < 0) {
                        return Mono.just(checkPage(kept, whole.refused(new Rejected(EnquiryRefusal.TOO_FAST))));
                    }
                    TooMany.unless(sent, exchange);
                    return enquiries
                            .receive(
                                    kept.id(),
                                    whole.value().person(),
                                    whole.value().asked(),
                                    letters.allows(whole.value().person().email()),
                                    drafts.end(kept))
                            .flatMap(enquiry -> enquiries.path(enquiry.id()))
                            .map(Pages::seeOther);
                })
                .switchIfEmpty(sentBefore(draft));
    }

    /** The second tap, and "back" after sending, lead to what was sent. */
    private Mono<Rendering> sentBefore(String draft) {
        return enquiries
                .sentFrom(draft)
                .flatMap(enquiry -> enquiries.path(enquiry.id()))
                .map(Pages::seeOther);
    }

    private Rendering checkPage(StepDraft kept, Form<EnquiryForm> form) {
        EnquiryForm given = form.value();
        String path = PATH + "/" + kept.id() + "/";
        Map<String, String> answers = Map.of(
                "interest",
                        chosen(
                                "interest",
                                Slug.find(Asked.Interest.class, given.interest())
                                        .isPresent(),
                                given.interest()),
                "question", given.question(),
                "name", given.name(),
                "contact", (given.phone() + " " + given.email()).strip(),
                "next",
                        chosen(
                                "wanted",
                                Slug.find(Asked.Wanted.class, given.wanted()).isPresent(),
                                given.wanted()),
                "carer", words.say(given.wantsCarer() ? "enquiries.carer.yes" : "enquiries.carer.no"),
                "like", words.wishes(given.wishes()),
                "source",
                        chosen(
                                "source",
                                true,
                                Asked.Source.orNotSaid(given.source()).slug()));
        List<StepView.Answer> lines = STEPS.asked(given).stream()
                .map(step -> new StepView.Answer(
                        words.say("enquiries." + step.name() + ".short"),
                        answers.getOrDefault(step.name(), ""),
                        path + step.name()))
                .toList();
        return Pages.show("enquiries/check", new CheckPage(path + "check", path + "source", lines), form);
    }

    private String chosen(String of, boolean known, String slug) {
        return known ? words.say("enquiries." + of + "." + slug) : "";
    }
}

package hub.forum.enquiries.web;

import hub.forum.ambassadors.Ambassadors;
import hub.forum.enquiries.Enquiries;
import hub.forum.enquiries.Enquiry;
import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.requests.RateLimit;
import hub.platform.requests.TooMany;
import hub.platform.text.InputText;
import hub.platform.time.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** How far an enquiry is, for whoever sent it. Opening the link changes nothing: mail programs follow links too. */
@Controller
class FollowController {
    private static final Duration STRETCH = Duration.ofHours(1);

    private final Enquiries enquiries;
    private final Ambassadors ambassadors;
    private final EnquiryWords words;
    private final RateLimit limit;

    /** @param tries how often a network may try a reference in an hour */
    FollowController(
            Enquiries enquiries,
            Ambassadors ambassadors,
            EnquiryWords words,
            @Value("${hearth.enquiries.tries:60}") int tries,
            @Value("${hearth.enquiries.tries-in-all:2000}") int triesInAll) {
        this.enquiries = enquiries;
        this.ambassadors = ambassadors;
        this.words = words;
        this.limit = new RateLimit(tries, triesInAll, STRETCH);
    }

    /** @param contact the phone number or the address that was given */
    record FollowForm(
            @Text(least = 1, most = 20, message = "enquiries.follow.reference.missing")
            String reference,

            @Text(least = 1, most = 254, message = "enquiries.follow.contact.missing")
            String contact) {
        FollowForm {
            reference = InputText.clean(reference);
            contact = InputText.clean(contact);
        }
    }

    record FollowPage() {}

    @GetMapping("/enquiries/follow")
    Mono<Rendering> follow() {
        return Mono.just(Pages.show("enquiries/follow", new FollowPage(), Form.of(new FollowForm("", ""))));
    }

    @PostMapping("/enquiries/follow")
    Mono<Rendering> followed(Form<FollowForm> form, ServerWebExchange exchange) {
        return form.submit(
                sent -> Mono.fromRunnable(() -> TooMany.unless(limit, exchange))
                        .then(enquiries.find(sent.reference(), sent.contact()))
                        .switchIfEmpty(Mono.error(() -> new Rejected(FollowRefusal.UNKNOWN)))
                        .flatMap(enquiry -> enquiries.path(enquiry.id()))
                        .map(Pages::seeOther),
                again -> Mono.just(Pages.show("enquiries/follow", new FollowPage(), again)));
    }

    record Line(String state, Moment at) {}

    /**
     * @param visit when the first visit is; empty if none is booked
     * @param days working days in which somebody answers
     * @param carer who talks to them, as she agreed to be named; empty if nobody does
     * @param erased until when it is kept; empty while it goes on
     */
    record OwnPage(
            String token,
            String name,
            String reference,
            String slug,
            List<Line> history,
            String visit,
            String carer,
            int days,
            boolean open,
            String erased) {}

    @GetMapping("/enquiries/mine/{token}")
    Mono<Rendering> own(@PathVariable String token) {
        return enquiries
                .own(token)
                .flatMap(enquiry -> carer(enquiry)
                        .defaultIfEmpty("")
                        .map(carer -> Pages.show("enquiries/mine", page(token, enquiry, carer))));
    }

    private Mono<String> carer(Enquiry enquiry) {
        String ambassador = enquiry.talk().ambassador();
        return ambassador == null || !enquiry.talk().accepted()
                ? Mono.empty()
                : ambassadors
                        .introduction(ambassador)
                        .map(one -> one.name().isEmpty()
                                ? words.say("enquiries.mine.carer")
                                : words.say("enquiries.mine.carer.named", one.name()));
    }

    private OwnPage page(String token, Enquiry enquiry, String carer) {
        Enquiry.Visit visit = enquiry.visit();
        java.time.Instant ended = enquiry.endedAt();
        return new OwnPage(
                token,
                Objects.requireNonNull(enquiry.person()).name(),
                Objects.requireNonNull(enquiry.reference()),
                enquiry.state().slug(),
                enquiry.told().reversed().stream()
                        .map(one -> new Line(words.state(one.state()), words.at(one.at())))
                        .toList(),
                visit == null ? "" : words.appointment(visit.at()),
                carer,
                enquiries.raiseAfter(),
                enquiry.state().open(),
                ended == null ? "" : words.day(enquiries.erasedAt(ended)));
    }

    @PostMapping("/enquiries/mine/{token}/withdraw")
    Mono<Rendering> withdraw(@PathVariable String token) {
        return enquiries
                .own(token)
                .flatMap(enquiry -> enquiries
                        .withdraw(token)
                        .map(withdrawn -> Pages.seeOther("/enquiries/mine/" + token))
                        .onErrorResume(Rejected.class, over -> Mono.just(Pages.seeOther("/enquiries/mine/" + token))));
    }
}

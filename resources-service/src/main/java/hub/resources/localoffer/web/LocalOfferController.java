package hub.resources.localoffer.web;

import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.pages.Share;
import hub.platform.time.Times;
import hub.resources.localoffer.LocalOffers;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationWords;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The kinship local offer, for everybody. */
@Controller
class LocalOfferController {
    private final LocalOffers offers;
    private final PublicationWords words;
    private final Clock clock;
    private final String address;

    /** @param address the hub's own */
    LocalOfferController(
            LocalOffers offers, PublicationWords words, Clock clock, @Value("${hearth.mail.address}") String address) {
        this.offers = offers;
        this.words = words;
        this.clock = clock;
        this.address = address;
    }

    /**
     * @param checked when it was last published or changed, in full
     * @param reviewBy by when it is looked at again, in full
     * @param due whether that is past
     * @param updated "Updated 3 May"; empty if it was never corrected
     * @param done the message key of what an editor has just done
     */
    record OfferPage(
            LocalOffers.Offer offer,
            String checked,
            String reviewBy,
            boolean due,
            String updated,
            @Nullable String done) {}

    @GetMapping("/local-offer")
    Mono<Rendering> offer(@RequestParam(defaultValue = "") String done, Viewer viewer) {
        return offers.current(viewer).map(offer -> {
            Publication item = offer.publication();
            LocalDate review = LocalDate.parse(offer.facts().reviewBy());
            OfferPage page = new OfferPage(
                    offer,
                    Times.inFull(LocalDate.ofInstant(item.changed().at(), Times.LONDON)),
                    Times.inFull(review),
                    LocalDate.ofInstant(clock.instant(), Times.LONDON).isAfter(review),
                    words.updated(item),
                    PublicationWords.done(done, viewer));
            return Pages.shared(
                    Pages.show("localoffer/offer", page),
                    new Share(item.title(), item.words().summary(), address + item.path()));
        });
    }
}

package hub.resources.news.web;

import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.WordChanges;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.Publications;
import hub.resources.publishing.Review;
import hub.resources.publishing.Reviews;
import hub.resources.publishing.State;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What waits, for a second person or for its moment, as it will look; and what can be done with it. */
@Controller
class ReviewController {
    private static final String VIEW = "news/review";

    private final Publications publications;
    private final Reviews reviews;
    private final PublicationWords words;
    private final ReviewFacts facts;
    private final Accounts accounts;
    private final Times times;

    ReviewController(
            Publications publications,
            Reviews reviews,
            PublicationWords words,
            ReviewFacts facts,
            Accounts accounts,
            Times times) {
        this.publications = publications;
        this.reviews = reviews;
        this.words = words;
        this.facts = facts;
        this.accounts = accounts;
        this.times = times;
    }

    /**
     * @param html of the words that wait
     * @param facts what waits has besides its words
     * @param changes from what readers have in front of them to what waits; empty if nothing is published yet
     * @param asked who asked for a review, and when; null if it waits for its moment alone
     * @param mine whether the viewer may not approve it, as the words are their own
     */
    record ReviewPage(
            Publication item,
            String kind,
            String title,
            String summary,
            String html,
            String audience,
            List<ReviewFacts.Fact> facts,
            List<WordChanges.Piece> changes,
            @Nullable String asked,
            @Nullable Moment askedAt,
            boolean mine,
            @Nullable String done) {
        public List<String> fields() {
            return List.of("words");
        }
    }

    @GetMapping("/news/{id:[0-9a-z]{12}}/review")
    Mono<Rendering> review(@PathVariable String id, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return publications
                .forEditor(id, viewer)
                .flatMap(item -> waits(item)
                        ? page(item, PublicationWords.done(done, viewer), viewer)
                                .map(page -> Pages.show(VIEW, page, Form.of(ReviewForm.of(item))))
                        : Mono.just(Pages.seeOther(item.path())));
    }

    @PostMapping("/news/{id:[0-9a-z]{12}}/approve")
    Mono<Rendering> approve(@PathVariable String id, Form<SeenForm> form, Viewer viewer) {
        return reviews.approve(id, form.value().seen(), viewer)
                .map(approved -> Pages.seeOther(
                        approved.state() == State.SCHEDULED
                                ? "/news/" + id + "/review?done=scheduled"
                                : approved.path() + "?done=approved"))
                .onErrorResume(Rejected.class, why -> refused(id, why, viewer));
    }

    @PostMapping("/news/{id:[0-9a-z]{12}}/send-back")
    Mono<Rendering> sendBack(@PathVariable String id, Form<ReviewForm> form, Viewer viewer) {
        return publications
                .forEditor(id, viewer)
                .flatMap(item -> form.submit(
                        sent -> reviews.sendBack(id, sent.words(), sent.seen(), viewer)
                                .map(back -> Pages.seeOther("/news/desk?state=in-review&done=sent-back")),
                        again -> page(item, null, viewer).map(page -> Pages.show(VIEW, page, again))));
    }

    @PostMapping("/news/{id:[0-9a-z]{12}}/take-back")
    Mono<Rendering> takeBack(@PathVariable String id, Form<SeenForm> form, Viewer viewer) {
        return reviews.takeBack(id, form.value().seen(), viewer)
                .map(back -> Pages.seeOther("/news/" + id + "/edit?done=taken-back"))
                .onErrorResume(Rejected.class, why -> refused(id, why, viewer));
    }

    private static boolean waits(Publication item) {
        return item.waits() || item.state() == State.SCHEDULED;
    }

    /** As it is by now, with why nothing was done. */
    private Mono<Rendering> refused(String id, Rejected why, Viewer viewer) {
        return publications
                .forEditor(id, viewer)
                .flatMap(item -> page(item, null, viewer)
                        .map(page -> Pages.show(
                                VIEW, page, Form.of(ReviewForm.of(item)).refused(why))));
    }

    private Mono<ReviewPage> page(Publication item, @Nullable String done, Viewer viewer) {
        Review review = item.review();
        Publication.Proposal proposal = item.proposal();
        String by = review != null && review.open() ? review.askedBy() : null;
        return accounts.names(by == null ? List.of() : List.of(by))
                .map(names -> new ReviewPage(
                        item,
                        words.kind(item.kind()),
                        item.toWorkOn().title(),
                        item.toWorkOn().summary(),
                        proposal == null ? item.words().html() : proposal.html(),
                        item.toWorkOn().audience().slug(),
                        facts.of(item.toWorkOn()),
                        proposal == null
                                ? List.of()
                                : WordChanges.between(
                                        item.manuscript().inFull(),
                                        proposal.manuscript().inFull()),
                        by == null ? null : names.of(by).name(),
                        review == null || by == null ? null : times.say(review.askedAt()),
                        by != null && !item.mayBeReviewedBy(viewer.id()),
                        done));
    }
}

package hub.resources.news.web;

import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import hub.platform.text.WordChanges;
import hub.platform.time.Times;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Manuscript;
import hub.resources.publishing.Outcome;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationRefusal;
import hub.resources.publishing.PublicationVersion;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.Publications;
import hub.resources.publishing.Publications.Seen;
import hub.resources.publishing.Publications.Wish;
import hub.resources.publishing.Review;
import hub.resources.publishing.State;
import hub.resources.publishing.Versions;
import hub.resources.standards.TsdStandards;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Writing: a new publication, a draft, a correction. */
@Controller
class EditController {
    private static final String VIEW = "news/edit";

    /** Characters of a text that is compared with another, word by word. */
    private static final int MOST_COMPARED = 12_000;

    private final Publications publications;
    private final TsdStandards standards;
    private final EditOptions options;
    private final Versions versions;
    private final Accounts accounts;
    private final Times times;
    private final Clock clock;

    EditController(
            Publications publications,
            Versions versions,
            TsdStandards standards,
            EditOptions options,
            Accounts accounts,
            Times times,
            Clock clock) {
        this.publications = publications;
        this.versions = versions;
        this.clock = clock;
        this.standards = standards;
        this.options = options;
        this.accounts = accounts;
        this.times = times;
    }

    @GetMapping("/news/new")
    Mono<Rendering> blank(@RequestParam(defaultValue = "news") String kind, Viewer viewer) {
        return publications.asEditor(viewer).then(Mono.fromSupplier(() -> {
            PublicationForm form = PublicationForm.blank();
            return Pages.show(VIEW, EditPage.fresh(kindOf(kind), form, options), Form.of(form));
        }));
    }

    @PostMapping("/news/new")
    Mono<Rendering> begin(@RequestParam(defaultValue = "news") String kind, Form<PublicationForm> form, Viewer viewer) {
        return publications.asEditor(viewer).then(Mono.defer(() -> begin(kindOf(kind), form, viewer)));
    }

    /** @param from the number of a version whose words are put into the form; nothing changes until it is saved */
    @GetMapping("/news/{id:[0-9a-z]{12}}/edit")
    Mono<Rendering> edit(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String from,
            Viewer viewer) {
        return publications.forEditor(id, viewer).flatMap(publication -> switch (publication.state()) {
            case ARCHIVED -> Mono.just(Rendering.redirectTo(publication.path()).build());
            case IN_REVIEW, SCHEDULED -> Mono.just(Pages.seeOther("/news/" + id + "/review"));
            case DRAFT, PUBLISHED ->
                publication.waits()
                        ? Mono.just(Pages.seeOther("/news/" + id + "/review"))
                        : edit(publication, from, done, viewer);
        });
    }

    private Mono<Rendering> edit(Publication publication, String from, String done, Viewer viewer) {
        Mono<PublicationVersion> old = from.matches("[0-9]{1,9}")
                ? versions.find(publication.id(), Long.parseLong(from), viewer)
                : Mono.empty();
        return Mono.zip(
                        old.map(Optional::of).defaultIfEmpty(Optional.empty()),
                        sentBack(publication).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .map(found -> {
                    PublicationVersion restored = found.getT1().orElse(null);
                    PublicationForm form = restored == null
                            ? PublicationForm.of(publication)
                            : PublicationForm.of(publication, restored.manuscript(), "");
                    EditPage.Around around = new EditPage.Around(
                            null,
                            null,
                            found.getT2().orElse(null),
                            restored == null ? null : restored.number(),
                            restored == null && publication.proposal() != null,
                            PublicationWords.done(done, viewer));
                    return Pages.show(
                            VIEW, EditPage.of(publication, form, options).with(around), Form.of(form));
                });
    }

    private Mono<EditPage.SentBack> sentBack(Publication publication) {
        Review review = publication.sentBack();
        return review == null || review.by() == null || review.words() == null
                ? Mono.empty()
                : name(review.by()).map(by -> new EditPage.SentBack(Objects.requireNonNull(review.words()), by));
    }

    private Mono<String> name(String account) {
        return accounts.names(List.of(account)).map(names -> names.of(account).name());
    }

    @PostMapping("/news/{id:[0-9a-z]{12}}/edit")
    Mono<Rendering> save(@PathVariable String id, Form<PublicationForm> form, Viewer viewer) {
        return publications.forEditor(id, viewer).flatMap(now -> {
            if (form.value().asksForPreview()) {
                return preview(EditPage.of(now, form.value(), options), form, viewer);
            }
            return now.version() == form.value().seenVersion()
                    ? save(now, form, now.version(), viewer)
                    : savedMeanwhile(now, form, viewer);
        });
    }

    private Mono<Rendering> begin(Kind kind, Form<PublicationForm> form, Viewer viewer) {
        PublicationForm typed = form.value();
        EditPage page = EditPage.fresh(kind, typed, options);
        if (typed.asksForPreview()) {
            return preview(page, form, viewer);
        }
        FormCheck check = typed.check(kind, clock.instant());
        Optional<Manuscript> manuscript = manuscript(check, typed, form);
        return form.submit(
                sent -> publications
                        .begin(kind, manuscript.orElseThrow(), sent.formKey(), sent.wish(), viewer)
                        .flatMap(outcome -> answer(outcome, form)),
                again -> Mono.just(Pages.show(VIEW, page, again)));
    }

    /** A draft may lack things; what goes on must not. */
    private Optional<Manuscript> manuscript(FormCheck check, PublicationForm typed, Form<PublicationForm> form) {
        return typed.wish() == Wish.KEEP
                ? check.draft(standards.all(), form.errors())
                : check.complete(standards.all(), form.errors());
    }

    private Mono<Rendering> save(Publication now, Form<PublicationForm> form, long version, Viewer viewer) {
        PublicationForm typed = form.value();
        FormCheck check = typed.check(now.kind(), clock.instant());
        Seen seen = new Seen(version, typed.formKey());
        Optional<Mono<Outcome>> saving = switch (now.state()) {
            case DRAFT ->
                manuscript(check, typed, form)
                        .map(fine -> publications.revise(now.id(), fine, typed.wish(), seen, viewer));
            case PUBLISHED ->
                check.correction(now, standards.all(), form.errors())
                        .map(fine -> publications.correct(now.id(), fine, check.what(), seen, viewer));
            case IN_REVIEW, SCHEDULED, ARCHIVED -> Optional.of(Mono.just(new Outcome.ChangedMeanwhile(now)));
        };
        return form.submit(
                sent -> saving.orElseThrow().flatMap(outcome -> answer(outcome, form)),
                again -> Mono.just(
                        Pages.show(VIEW, EditPage.of(now, typed, options).seen(version), again)));
    }

    /**
     * It has changed since this form was shown: perhaps by this very form, whose second tap this is. Then nothing is stored anew; a draft that it
     * saved goes on, if that is what the second tap wishes.
     */
    private Mono<Rendering> savedMeanwhile(Publication now, Form<PublicationForm> form, Viewer viewer) {
        Seen seen = new Seen(form.value().seenVersion(), form.value().formKey());
        return form.value()
                .check(now.kind(), clock.instant())
                .draft(standards.all(), form.errors())
                .map(fine -> publications.revise(now.id(), fine, Wish.KEEP, seen, viewer))
                .orElseGet(() -> Mono.just(new Outcome.ChangedMeanwhile(now)))
                .flatMap(outcome -> outcome instanceof Outcome.Stored(Publication stored)
                                && stored.state() == State.DRAFT
                                && form.value().wish() != Wish.KEEP
                        ? save(stored, form, stored.version(), viewer)
                        : answer(outcome, form));
    }

    private Mono<Rendering> answer(Outcome outcome, Form<PublicationForm> form) {
        return switch (outcome) {
            case Outcome.Stored(Publication stored) -> Mono.just(Pages.seeOther(afterSaving(stored)));
            case Outcome.ChangedMeanwhile(Publication now) -> changedMeanwhile(now, form);
        };
    }

    private static String afterSaving(Publication stored) {
        String page = "/news/" + stored.id();
        return switch (stored.state()) {
            case DRAFT -> page + "/edit?done=saved";
            case IN_REVIEW -> page + "/review?done=submitted";
            case SCHEDULED -> page + "/review?done=scheduled";
            case PUBLISHED ->
                stored.proposal() != null
                        ? page + "/review?done=proposed"
                        : stored.path() + (stored.correction() == null ? "?done=published" : "?done=corrected");
            case ARCHIVED -> stored.path();
        };
    }

    private Mono<Rendering> changedMeanwhile(Publication now, Form<PublicationForm> form) {
        String mine = form.value().inFull();
        return name(now.changed().by()).map(by -> {
            EditPage.Meanwhile meanwhile = new EditPage.Meanwhile(
                    now,
                    by,
                    times.say(now.changed().at()),
                    changes(now.toWorkOn().inWords(), mine));
            EditPage page = EditPage.of(now, form.value(), options).withMeanwhile(meanwhile, FormKey.fresh());
            return Pages.show(VIEW, page, form.refused(new Rejected(PublicationRefusal.CHANGED_MEANWHILE)));
        });
    }

    /** None for long texts: both stand on the page in full, theirs to be read and one's own in the form. */
    private static List<WordChanges.Piece> changes(String theirs, String mine) {
        return theirs.length() > MOST_COMPARED || mine.length() > MOST_COMPARED
                ? List.of()
                : WordChanges.between(theirs, mine);
    }

    private Mono<Rendering> preview(EditPage page, Form<PublicationForm> form, Viewer viewer) {
        return form.value().check(page.kind(), clock.instant()).textTooLong(form.errors())
                ? Mono.just(Pages.show(VIEW, page, form))
                : publications
                        .preview(form.value().text(), viewer)
                        .map(html -> Pages.show(VIEW, page.with(page.around().withPreview(html)), form));
    }

    private static Kind kindOf(String slug) {
        return Slug.find(Kind.class, slug).orElseThrow(NotFound::new);
    }
}

package hub.resources.news.web;

import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.pages.NotFound;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Manuscript;
import hub.resources.publishing.Outcome;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationRefusal;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.Publications;
import hub.resources.publishing.Publications.Seen;
import hub.resources.publishing.State;
import hub.resources.standards.TsdStandards;
import java.util.List;
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

    private final Publications publications;
    private final TsdStandards standards;
    private final EditOptions options;
    private final Accounts accounts;
    private final Times times;

    EditController(
            Publications publications, TsdStandards standards, EditOptions options, Accounts accounts, Times times) {
        this.publications = publications;
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

    @GetMapping("/news/{id:[0-9a-z]{12}}/edit")
    Mono<Rendering> edit(@PathVariable String id, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return publications.forEditor(id, viewer).map(publication -> {
            if (publication.state() == State.ARCHIVED) {
                return Rendering.redirectTo(publication.path()).build();
            }
            PublicationForm form = PublicationForm.of(publication);
            EditPage page = EditPage.of(publication, form, options).withDone(PublicationWords.done(done, viewer));
            return Pages.show(VIEW, page, Form.of(form));
        });
    }

    @PostMapping("/news/{id:[0-9a-z]{12}}/edit")
    Mono<Rendering> save(@PathVariable String id, Form<PublicationForm> form, Viewer viewer) {
        return publications.forEditor(id, viewer).flatMap(now -> {
            if (form.value().asksForPreview()) {
                return preview(EditPage.of(now, form.value(), options), form, viewer);
            }
            return now.version() == form.value().seenVersion()
                    ? save(now, form, viewer)
                    : savedMeanwhile(now, form, viewer);
        });
    }

    private Mono<Rendering> begin(Kind kind, Form<PublicationForm> form, Viewer viewer) {
        PublicationForm typed = form.value();
        EditPage page = EditPage.fresh(kind, typed, options);
        if (typed.asksForPreview()) {
            return preview(page, form, viewer);
        }
        FormCheck check = typed.check(kind);
        Optional<Manuscript> manuscript = typed.asksToPublish()
                ? check.complete(standards.all(), form.errors())
                : check.draft(standards.all(), form.errors());
        return form.submit(
                sent -> publications
                        .begin(kind, manuscript.orElseThrow(), sent.formKey(), sent.asksToPublish(), viewer)
                        .flatMap(outcome -> answer(outcome, form)),
                again -> Mono.just(Pages.show(VIEW, page, again)));
    }

    private Mono<Rendering> save(Publication now, Form<PublicationForm> form, Viewer viewer) {
        PublicationForm typed = form.value();
        FormCheck check = typed.check(now.kind());
        Seen seen = new Seen(typed.seenVersion(), typed.formKey());
        Optional<Mono<Outcome>> saving = switch (now.state()) {
            case DRAFT ->
                typed.asksToPublish()
                        ? check.complete(standards.all(), form.errors())
                                .map(fine -> publications.publish(now.id(), fine, seen, viewer))
                        : check.draft(standards.all(), form.errors())
                                .map(fine -> publications.revise(now.id(), fine, seen, viewer));
            case PUBLISHED ->
                check.correction(standards.all(), form.errors())
                        .map(fine -> publications.correct(now.id(), fine, check.what(), seen, viewer));
            case ARCHIVED -> Optional.of(Mono.just(new Outcome.ChangedMeanwhile(now)));
        };
        return form.submit(
                sent -> saving.orElseThrow().flatMap(outcome -> answer(outcome, form)),
                again -> Mono.just(Pages.show(VIEW, EditPage.of(now, typed, options), again)));
    }

    /** It has changed since this form was shown: perhaps by this very form, whose second tap this is. Nothing is stored. */
    private Mono<Rendering> savedMeanwhile(Publication now, Form<PublicationForm> form, Viewer viewer) {
        Seen seen = new Seen(form.value().seenVersion(), form.value().formKey());
        return form.value()
                .check(now.kind())
                .draft(standards.all(), form.errors())
                .map(fine -> publications.revise(now.id(), fine, seen, viewer))
                .orElseGet(() -> Mono.just(new Outcome.ChangedMeanwhile(now)))
                .flatMap(outcome -> answer(outcome, form));
    }

    private Mono<Rendering> answer(Outcome outcome, Form<PublicationForm> form) {
        return switch (outcome) {
            case Outcome.Stored(Publication stored) -> Mono.just(Pages.seeOther(afterSaving(stored)));
            case Outcome.ChangedMeanwhile(Publication now) -> changedMeanwhile(now, form);
        };
    }

    private static String afterSaving(Publication stored) {
        return switch (stored.state()) {
            case DRAFT -> "/news/" + stored.id() + "/edit?done=saved";
            case PUBLISHED -> stored.path() + (stored.correction() == null ? "?done=published" : "?done=corrected");
            case ARCHIVED -> stored.path();
        };
    }

    private Mono<Rendering> changedMeanwhile(Publication now, Form<PublicationForm> form) {
        String by = now.changed().by();
        return accounts.names(List.of(by)).map(names -> {
            EditPage.Meanwhile meanwhile = new EditPage.Meanwhile(
                    now, names.of(by).name(), times.say(now.changed().at()));
            EditPage page = EditPage.of(now, form.value(), options).withMeanwhile(meanwhile, FormKey.fresh());
            return Pages.show(VIEW, page, form.refused(new Rejected(PublicationRefusal.CHANGED_MEANWHILE)));
        });
    }

    private Mono<Rendering> preview(EditPage page, Form<PublicationForm> form, Viewer viewer) {
        return form.value().check(page.kind()).textTooLong(form.errors())
                ? Mono.just(Pages.show(VIEW, page, form))
                : publications
                        .preview(form.value().text(), viewer)
                        .map(html -> Pages.show(VIEW, page.withPreview(html), form));
    }

    private static Kind kindOf(String slug) {
        return Slug.find(Kind.class, slug).orElseThrow(NotFound::new);
    }
}

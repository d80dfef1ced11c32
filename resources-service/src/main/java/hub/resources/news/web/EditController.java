package hub.resources.news.web;

import hub.platform.identity.Accounts;
import hub.platform.identity.Rejected;
import hub.platform.identity.Viewer;
import hub.platform.time.Times;
import hub.platform.web.FormKey;
import hub.platform.web.NotFound;
import hub.platform.web.Pages;
import hub.resources.publishing.Kind;
import hub.resources.publishing.Manuscript;
import hub.resources.publishing.Outcome;
import hub.resources.publishing.Publication;
import hub.resources.publishing.PublicationWords;
import hub.resources.publishing.Publications;
import hub.resources.publishing.Publications.Seen;
import hub.resources.publishing.State;
import hub.resources.standards.TsdStandards;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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
            return page(Rendering.view(VIEW), EditPage.fresh(kindOf(kind), form, options), form);
        }));
    }

    @PostMapping("/news/new")
    Mono<Rendering> begin(
            @RequestParam(defaultValue = "news") String kind,
            @ModelAttribute("form") PublicationForm form,
            BindingResult errors,
            Viewer viewer) {
        return publications.asEditor(viewer).then(Mono.defer(() -> begin(kindOf(kind), form, errors, viewer)));
    }

    @GetMapping("/news/{id:[0-9a-z]{12}}/edit")
    Mono<Rendering> edit(@PathVariable String id, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return publications.forEditor(id, viewer).map(publication -> {
            if (publication.state() == State.ARCHIVED) {
                return Rendering.redirectTo(publication.path()).build();
            }
            PublicationForm form = PublicationForm.of(publication);
            EditPage page = EditPage.of(publication, form, options).withDone(PublicationWords.done(done, viewer));
            return page(Rendering.view(VIEW), page, form);
        });
    }

    @PostMapping("/news/{id:[0-9a-z]{12}}/edit")
    Mono<Rendering> save(
            @PathVariable String id,
            @ModelAttribute("form") PublicationForm form,
            BindingResult errors,
            Viewer viewer) {
        return publications.forEditor(id, viewer).flatMap(now -> {
            if (form.asksForPreview()) {
                return preview(EditPage.of(now, form, options), form, errors, viewer);
            }
            return now.version() == form.seenVersion()
                    ? save(now, form, errors, viewer)
                    : savedMeanwhile(now, form, errors, viewer);
        });
    }

    private Mono<Rendering> begin(Kind kind, PublicationForm form, BindingResult errors, Viewer viewer) {
        EditPage page = EditPage.fresh(kind, form, options);
        if (form.asksForPreview()) {
            return preview(page, form, errors, viewer);
        }
        FormCheck check = form.check(kind);
        Optional<Manuscript> manuscript =
                form.asksToPublish() ? check.complete(standards.all(), errors) : check.draft(standards.all(), errors);
        return manuscript
                .map(fine -> publications
                        .begin(kind, fine, form.formKey(), form.asksToPublish(), viewer)
                        .flatMap(outcome -> answer(outcome, form, errors))
                        .onErrorResume(Rejected.class, refusal -> refused(refusal, page, form, errors)))
                .orElseGet(() -> Mono.just(page(Pages.mend(VIEW), page, form)));
    }

    private Mono<Rendering> save(Publication now, PublicationForm form, BindingResult errors, Viewer viewer) {
        EditPage page = EditPage.of(now, form, options);
        FormCheck check = form.check(now.kind());
        Seen seen = new Seen(form.seenVersion(), form.formKey());
        Optional<Mono<Outcome>> saving = switch (now.state()) {
            case DRAFT ->
                form.asksToPublish()
                        ? check.complete(standards.all(), errors)
                                .map(fine -> publications.publish(now.id(), fine, seen, viewer))
                        : check.draft(standards.all(), errors)
                                .map(fine -> publications.revise(now.id(), fine, seen, viewer));
            case PUBLISHED ->
                check.correction(standards.all(), errors)
                        .map(fine -> publications.correct(now.id(), fine, check.what(), seen, viewer));
            case ARCHIVED -> Optional.of(Mono.just(new Outcome.ChangedMeanwhile(now)));
        };
        return saving.map(outcome -> outcome.flatMap(done -> answer(done, form, errors))
                        .onErrorResume(Rejected.class, refusal -> refused(refusal, page, form, errors)))
                .orElseGet(() -> Mono.just(page(Pages.mend(VIEW), page, form)));
    }

    /** It has changed since this form was shown: perhaps by this very form, whose second tap this is. Nothing is stored. */
    private Mono<Rendering> savedMeanwhile(Publication now, PublicationForm form, BindingResult errors, Viewer viewer) {
        Seen seen = new Seen(form.seenVersion(), form.formKey());
        return form.check(now.kind())
                .draft(standards.all(), errors)
                .map(fine -> publications.revise(now.id(), fine, seen, viewer))
                .orElseGet(() -> Mono.just(new Outcome.ChangedMeanwhile(now)))
                .flatMap(outcome -> answer(outcome, form, errors));
    }

    private Mono<Rendering> answer(Outcome outcome, PublicationForm form, BindingResult errors) {
        return switch (outcome) {
            case Outcome.Stored(Publication stored) -> Mono.just(Pages.seeOther(afterSaving(stored)));
            case Outcome.ChangedMeanwhile(Publication now) -> changedMeanwhile(now, form, errors);
        };
    }

    private static String afterSaving(Publication stored) {
        return switch (stored.state()) {
            case DRAFT -> "/news/" + stored.id() + "/edit?done=saved";
            case PUBLISHED -> stored.path() + (stored.correction() == null ? "?done=published" : "?done=corrected");
            case ARCHIVED -> stored.path();
        };
    }

    private Mono<Rendering> changedMeanwhile(Publication now, PublicationForm form, BindingResult errors) {
        String by = now.changed().by();
        errors.reject("news.changedMeanwhile");
        return accounts.names(List.of(by)).map(names -> {
            EditPage.Meanwhile meanwhile = new EditPage.Meanwhile(
                    now, names.of(by).name(), times.say(now.changed().at()));
            EditPage page = EditPage.of(now, form, options).withMeanwhile(meanwhile, FormKey.fresh());
            return page(Pages.changedMeanwhile(VIEW), page, form);
        });
    }

    private Mono<Rendering> preview(EditPage page, PublicationForm form, BindingResult errors, Viewer viewer) {
        if (form.check(page.kind()).textTooLong(errors)) {
            return Mono.just(page(Pages.mend(VIEW), page, form));
        }
        return publications
                .preview(form.text(), viewer)
                .map(html -> page(Rendering.view(VIEW), page.withPreview(html), form));
    }

    private static Mono<Rendering> refused(
            Rejected refusal, EditPage page, PublicationForm form, BindingResult errors) {
        errors.reject(refusal.messageKey(), refusal.arguments(), refusal.messageKey());
        return Mono.just(page(Pages.mend(VIEW), page, form));
    }

    private static Rendering page(Rendering.Builder<?> rendering, EditPage page, PublicationForm form) {
        return rendering
                .modelAttribute("page", page)
                .modelAttribute("form", form)
                .modelAttribute("fields", PublicationForm.FIELDS)
                .build();
    }

    private static Kind kindOf(String slug) {
        return Kind.of(slug).orElseThrow(NotFound::new);
    }
}

package hub.forum.moderation.web;

import hub.forum.groups.Rights;
import hub.forum.groups.Visibility;
import hub.forum.moderation.Report;
import hub.forum.moderation.Reports;
import hub.forum.threads.Post;
import hub.forum.threads.Threads;
import hub.platform.identity.Viewer;
import hub.platform.text.Lines;
import hub.platform.web.NotFound;
import hub.platform.web.Pages;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A member says that a post should be looked at. */
@Controller
class ReportController {
    private final Rights rights;
    private final Threads threads;
    private final Reports reports;
    private final MessageSource messages;

    ReportController(Rights rights, Threads threads, Reports reports, MessageSource messages) {
        this.rights = rights;
        this.threads = threads;
        this.reports = reports;
        this.messages = messages;
    }

    @GetMapping("/moderation/report")
    Mono<Rendering> form(@RequestParam(defaultValue = "") String post, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> page(Rendering.view("moderation/report"), new Form(post, "", ""), visibility));
    }

    @PostMapping("/moderation/report")
    Mono<Rendering> report(@ModelAttribute("form") Form form, BindingResult errors, Viewer viewer) {
        form.check(errors);
        return rights.of(viewer)
                .flatMap(visibility -> errors.hasErrors()
                        ? page(Pages.mend("moderation/report"), form, visibility)
                        : reports.report(form.post(), form.chosen().orElseThrow(), form.words(), visibility)
                                .thenReturn(Pages.seeOther("/moderation/reported?post=" + form.post())));
    }

    @GetMapping("/moderation/reported")
    Mono<Rendering> reported(@RequestParam(defaultValue = "") String post, Viewer viewer) {
        return rights.of(viewer)
                .flatMap(visibility -> readable(post, visibility))
                .map(found -> Rendering.view("moderation/reported")
                        .modelAttribute("back", "/threads/" + found.thread() + "/posts/" + found.id())
                        .build());
    }

    private Mono<Rendering> page(Rendering.Builder<?> page, Form form, Visibility visibility) {
        return readable(form.post(), visibility)
                .filter(post -> post.state() == Post.State.PUBLISHED)
                .switchIfEmpty(Mono.error(NotFound::new))
                .map(post -> page.modelAttribute("form", form)
                        .modelAttribute("html", post.html())
                        .modelAttribute("back", "/threads/" + post.thread() + "/posts/" + post.id())
                        .modelAttribute("reasons", reasons())
                        .build());
    }

    private Mono<Post> readable(String post, Visibility visibility) {
        return threads.post(post, visibility).switchIfEmpty(Mono.error(NotFound::new));
    }

    private List<Option> reasons() {
        return Arrays.stream(Report.Reason.values())
                .map(reason -> new Option(
                        reason.slug(),
                        messages.getMessage("moderation.reason." + reason.slug(), null, Locale.UK),
                        null))
                .toList();
    }

    /** One choice of a list. */
    record Option(String value, String label, @Nullable String hint) {}

    /** What a member sends. A field that was not sent arrives as null. */
    record Form(String post, String reason, String words) {
        Form {
            post = post == null ? "" : post;
            reason = reason == null ? "" : reason;
            words = words == null ? "" : Lines.cleanText(words);
        }

        Optional<Report.Reason> chosen() {
            return Arrays.stream(Report.Reason.values())
                    .filter(known -> known.slug().equals(reason))
                    .findFirst();
        }

        void check(BindingResult errors) {
            if (chosen().isEmpty()) {
                errors.rejectValue("reason", "moderation.reason.missing");
            }
            if (Lines.length(words) > Report.LONGEST_WORDS) {
                errors.rejectValue("words", "moderation.words.tooLong", new Object[] {Lines.length(words)}, null);
            }
        }
    }
}

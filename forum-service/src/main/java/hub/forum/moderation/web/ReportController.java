package hub.forum.moderation.web;

import hub.forum.groups.Visibility;
import hub.forum.moderation.Report;
import hub.forum.moderation.Reports;
import hub.forum.threads.Post;
import hub.forum.threads.Threads;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.Text;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** A member says that a post should be looked at. */
@Controller
class ReportController {
    private final Threads threads;
    private final Reports reports;
    private final MessageSource messages;

    ReportController(Threads threads, Reports reports, MessageSource messages) {
        this.threads = threads;
        this.reports = reports;
        this.messages = messages;
    }

    /** What a member sends. */
    record ReportForm(
            String post,
            String reason,

            @Text(most = Report.LONGEST_WORDS, message = "moderation.words.tooLong")
            String words)
            implements Checked {
        ReportForm {
            post = InputText.orEmpty(post);
            reason = InputText.clean(reason);
            words = InputText.cleanText(words);
        }

        Optional<Report.Reason> chosen() {
            return Slug.find(Report.Reason.class, reason);
        }

        @Override
        public void check(Errors errors) {
            if (chosen().isEmpty()) {
                errors.rejectValue("reason", "moderation.reason.missing");
            }
        }
    }

    /** @param html the post, sanitised */
    record ReportPage(String html, String back, List<Choice> reasons) {}

    record ReportedPage(String back) {}

    @GetMapping("/moderation/report")
    Mono<Rendering> form(@RequestParam(defaultValue = "") String post, Visibility visibility) {
        return page(Form.of(new ReportForm(post, "", "")), visibility);
    }

    @PostMapping("/moderation/report")
    Mono<Rendering> report(Form<ReportForm> form, Visibility visibility) {
        return form.submit(
                sent -> reports.report(sent.post(), sent.chosen().orElseThrow(), sent.words(), visibility)
                        .thenReturn(Pages.seeOther("/moderation/reported?post=" + sent.post())),
                again -> page(again, visibility));
    }

    @GetMapping("/moderation/reported")
    Mono<Rendering> reported(@RequestParam(defaultValue = "") String post, Visibility visibility) {
        return threads.post(post, visibility)
                .map(found -> Pages.show("moderation/reported", new ReportedPage(back(found))));
    }

    /** @param outcome slug of what was done; a reporter is not told more, as it concerns another person */
    record AnsweredPage(String reference, String outcome) {}

    /** What came of the viewer's own report. */
    @GetMapping("/moderation/answered/{id}")
    Mono<Rendering> answered(@PathVariable String id, Viewer viewer) {
        return reports.own(id, viewer)
                .mapNotNull(report -> report.decision() == null
                        ? null
                        : new AnsweredPage(
                                report.reference(), report.decision().outcome().slug()))
                .map(page -> Pages.show("moderation/answered", page));
    }

    private Mono<Rendering> page(Form<ReportForm> form, Visibility visibility) {
        return threads.post(form.value().post(), visibility)
                .filter(post -> post.state() == Post.State.PUBLISHED)
                .map(post -> Pages.show("moderation/report", new ReportPage(post.html(), back(post), reasons()), form));
    }

    private static String back(Post post) {
        return "/threads/" + post.thread() + "/posts/" + post.id();
    }

    private List<Choice> reasons() {
        return Arrays.stream(Report.Reason.values())
                .map(reason -> new Choice(
                        reason.slug(),
                        messages.getMessage("moderation.reason." + reason.slug(), null, Locale.UK),
                        null))
                .toList();
    }
}

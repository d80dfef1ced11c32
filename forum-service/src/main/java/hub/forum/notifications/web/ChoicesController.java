package hub.forum.notifications.web;

import hub.forum.notifications.MailChoice;
import hub.forum.notifications.NotificationSettings;
import hub.forum.notifications.Notifications;
import hub.platform.forms.Checked;
import hub.platform.forms.Form;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.text.Slug;
import hub.platform.time.Times;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What the viewer is emailed about, and when not. */
@Controller
class ChoicesController {
    private static final String PATH = "/notifications/choices";
    private static final int HOURS = 24;
    private static final String NO_QUIET = "none";

    private final Notifications notifications;

    ChoicesController(Notifications notifications) {
        this.notifications = notifications;
    }

    /**
     * What somebody sends.
     *
     * @param mail one of {@code kind choice} for each kind
     * @param from the hour from which it is quiet, or {@code none}
     */
    record ChoicesForm(List<String> mail, String from, String until) implements Checked {
        ChoicesForm {
            mail = List.copyOf(Objects.requireNonNullElse(mail, List.of()));
            from = Objects.requireNonNullElse(from, "");
            until = Objects.requireNonNullElse(until, "");
        }

        Map<String, MailChoice> byKind() {
            Map<String, MailChoice> chosen = new HashMap<>();
            for (String each : mail) {
                int space = each.lastIndexOf(' ');
                MailChoice choice = space < 0 ? null : choice(each.substring(space + 1));
                if (choice != null) {
                    chosen.put(each.substring(0, space), choice);
                }
            }
            return chosen;
        }

        /** Whether a choice is the one that was made, for the template. */
        public boolean has(String kind, String choice) {
            return mail.contains(kind + " " + choice);
        }

        @Override
        public void check(Errors errors) {
            if (hour(from) == null) {
                errors.rejectValue("from", "notifications.quiet.missing");
            }
            if (hour(until) == null) {
                errors.rejectValue("until", "notifications.quiet.missing");
            }
        }

        LocalTime quietFrom() {
            return Objects.requireNonNullElse(hour(from), LocalTime.MIDNIGHT);
        }

        LocalTime quietUntil() {
            return from.equals(NO_QUIET) ? quietFrom() : Objects.requireNonNullElse(hour(until), LocalTime.MIDNIGHT);
        }

        private static @Nullable LocalTime hour(String said) {
            return said.equals(NO_QUIET) ? LocalTime.MIDNIGHT : hours().contains(said) ? LocalTime.parse(said) : null;
        }

        private static @Nullable MailChoice choice(String slug) {
            return Slug.find(MailChoice.class, slug).orElse(null);
        }

        static ChoicesForm of(NotificationSettings settings) {
            boolean quiet = !settings.quietFrom().equals(settings.quietUntil());
            return new ChoicesForm(
                    settings.mail().entrySet().stream()
                            .map(each -> each.getKey() + " " + each.getValue().slug())
                            .toList(),
                    quiet ? settings.quietFrom().toString() : NO_QUIET,
                    settings.quietUntil().toString());
        }
    }

    /** @param saved whether they were saved just now */
    record ChoicesPage(List<Kind> kinds, List<Hour> hours, boolean saved) {}

    /** @param choices that there are for it, as in {@link MailChoice#slug} */
    record Kind(String kind, List<String> choices) {}

    /** @param label as people say it: 9pm */
    record Hour(String value, String label) {}

    @GetMapping(PATH)
    Mono<Rendering> choices(@RequestParam(required = false) @Nullable String saved, Viewer viewer) {
        return notifications
                .settings(viewer)
                .map(settings -> page(Form.of(ChoicesForm.of(settings)), settings, saved != null));
    }

    @PostMapping(PATH)
    Mono<Rendering> choose(Form<ChoicesForm> form, Viewer viewer) {
        return form.submit(
                sent -> notifications
                        .choose(sent.byKind(), sent.quietFrom(), sent.quietUntil(), viewer)
                        .thenReturn(Pages.seeOther(PATH + "?saved=yes")),
                again -> notifications.settings(viewer).map(settings -> page(again, settings, false)));
    }

    private static Rendering page(Form<ChoicesForm> form, NotificationSettings settings, boolean saved) {
        return Pages.show(
                "notifications/choices",
                new ChoicesPage(
                        settings.offered().entrySet().stream()
                                .map(each -> new Kind(
                                        each.getKey(),
                                        each.getValue().stream()
                                                .map(MailChoice::slug)
                                                .toList()))
                                .toList(),
                        hours().stream()
                                .map(hour -> new Hour(hour, Times.time(LocalTime.parse(hour))))
                                .toList(),
                        saved),
                form);
    }

    private static List<String> hours() {
        return IntStream.range(0, HOURS)
                .mapToObj(hour -> LocalTime.of(hour, 0).toString())
                .toList();
    }
}

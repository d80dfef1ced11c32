package hub.forum.profiles.web;

import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.profiles.Audience;
import hub.forum.profiles.Profile;
import hub.forum.profiles.ProfileRefusal;
import hub.forum.profiles.Profiles;
import hub.forum.profiles.TalkAbout;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.PersonName;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Somebody's profile, and the viewer's own. */
@Controller
class ProfileController {
    private static final String OWN = "/profiles/own";

    private final Profiles profiles;
    private final Groups groups;
    private final MessageSource messages;
    private final Clock clock;

    ProfileController(Profiles profiles, Groups groups, MessageSource messages, Clock clock) {
        this.profiles = profiles;
        this.groups = groups;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param line their part in the service; null for none
     * @param about sanitised; empty if the viewer sees none
     * @param since the year; empty if the viewer sees none
     * @param shared the groups that they are both in
     */
    record ProfilePage(
            String name,
            String initials,
            String hue,
            @Nullable String line,
            String about,
            String since,
            List<String> topics,
            List<Shared> shared,
            boolean own) {
        /** Whether there is nothing to see, for the template. */
        public boolean isEmpty() {
            return about.isEmpty() && since.isEmpty() && topics.isEmpty();
        }
    }

    record Shared(String path, String name) {}

    @GetMapping("/profiles/{account}")
    Mono<Rendering> profile(@PathVariable String account, Visibility visibility) {
        return profiles.of(account, visibility)
                .flatMap(seen -> groups.names(seen.shared(), visibility)
                        .map(names -> Pages.show("profiles/profile", page(seen, names))));
    }

    private ProfilePage page(Profiles.Seen seen, Map<String, String> names) {
        PersonName name = seen.name();
        Profile profile = seen.profile();
        return new ProfilePage(
                name.name(),
                name.initials(),
                name.hue(),
                name.line().isEmpty() ? null : name.line(),
                profile.about().isEmpty() ? "" : profile.html(),
                profile.since() == 0 ? "" : String.valueOf(profile.since()),
                profile.topics().stream().map(this::topic).toList(),
                names.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(String.CASE_INSENSITIVE_ORDER))
                        .map(group -> new Shared("/groups/" + group.getKey(), group.getValue()))
                        .toList(),
                seen.own());
    }

    /** @param saved whether it was saved just now */
    record OwnPage(String path, List<Choice> topics, List<Choice> audiences, boolean saved) {}

    @GetMapping(OWN)
    Mono<Rendering> own(@RequestParam(required = false) @Nullable String saved, Viewer viewer) {
        return profiles.own(viewer).map(own -> own(Form.of(OwnProfileForm.of(own)), saved != null, viewer));
    }

    @PostMapping(OWN)
    Mono<Rendering> write(Form<OwnProfileForm> form, Viewer viewer) {
        return form.submit(
                sent -> inTime(sent)
                        .then(Mono.defer(() -> profiles.write(sent.said(), InputText.number(sent.revision()), viewer)))
                        .map(written -> Pages.seeOther(OWN + "?saved=yes")),
                again -> Mono.just(own(again, false, viewer)));
    }

    private Mono<Void> inTime(OwnProfileForm sent) {
        int thisYear = Year.now(clock.withZone(Times.LONDON)).getValue();
        return sent.said().since() > thisYear ? Mono.error(new Rejected(ProfileRefusal.LATER)) : Mono.empty();
    }

    private Rendering own(Form<OwnProfileForm> form, boolean saved, Viewer viewer) {
        return Pages.show(
                "profiles/own",
                new OwnPage(
                        Profiles.path(viewer.id()),
                        Arrays.stream(TalkAbout.values())
                                .map(topic -> new Choice(topic.slug(), topic(topic), null))
                                .toList(),
                        Arrays.stream(Audience.values())
                                .map(one -> new Choice(one.slug(), say("profiles.audience." + one.slug()), null))
                                .toList(),
                        saved),
                form);
    }

    private String topic(TalkAbout topic) {
        return say("profiles.topic." + topic.slug());
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}

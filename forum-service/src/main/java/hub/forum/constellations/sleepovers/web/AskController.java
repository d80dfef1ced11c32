package hub.forum.constellations.sleepovers.web;

import hub.forum.constellations.Constellations;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.constellations.sleepovers.Ask;
import hub.forum.constellations.sleepovers.Sleepovers;
import hub.forum.groups.Group;
import hub.forum.groups.Visibility;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.help.OnCall;
import hub.platform.pages.Pages;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Asking for a sleepover or for day care. */
@Controller
class AskController {
    private final Constellations constellations;
    private final Sleepovers sleepovers;
    private final OnCallNow onCall;
    private final RotaWords words;

    AskController(Constellations constellations, Sleepovers sleepovers, OnCallNow onCall, RotaWords words) {
        this.constellations = constellations;
        this.sleepovers = sleepovers;
        this.onCall = onCall;
        this.words = words;
    }

    /** @param now whom to ring as well when it cannot wait */
    record AskPage(
            String group,
            String name,
            OnCall.Line now,
            List<Choice> urgency,
            List<Choice> kinds,
            List<Choice> nights,
            List<Choice> children,
            List<Choice> ages,
            List<Choice> needs,
            List<Choice> agreed) {}

    @GetMapping("/constellations/{group}/sleepovers/ask")
    Mono<Rendering> form(@PathVariable String group, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> page(found, Form.of(AskForm.empty()), visibility));
    }

    @PostMapping("/constellations/{group}/sleepovers/ask")
    Mono<Rendering> ask(@PathVariable String group, Form<AskForm> form, Visibility visibility) {
        return constellations
                .toTakePart(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> sleepovers
                                .ask(found, sent.ask(), form.once(), visibility)
                                .map(sleepover -> Pages.seeOther(sleepover.path() + "?done=asked")),
                        again -> page(found, again, visibility)));
    }

    private Mono<Rendering> page(Group group, Form<AskForm> form, Visibility visibility) {
        return onCall.known(group, visibility)
                .map(known -> Pages.show(
                        "constellations/ask",
                        new AskPage(
                                group.id(),
                                group.name(),
                                onCall.line(known, false),
                                choices("constellations.ask.urgency.", "planned", "emergency"),
                                choices("constellations.ask.kind.", "nights", "day"),
                                numbers(Ask.MOST_NIGHTS, "constellations.ask.nights.of"),
                                numbers(Ask.MOST_CHILDREN, "constellations.ask.children.of"),
                                choices(
                                        "constellations.age.",
                                        Arrays.stream(Ask.AgeBand.values())
                                                .map(Ask.AgeBand::slug)
                                                .toArray(String[]::new)),
                                choices(
                                        "constellations.need.",
                                        Arrays.stream(Ask.Need.values())
                                                .map(Ask.Need::slug)
                                                .toArray(String[]::new)),
                                choices("constellations.ask.agreed.", "plan", "worker")),
                        form));
    }

    private List<Choice> choices(String key, String... slugs) {
        return Stream.of(slugs)
                .map(slug -> new Choice(slug, words.say(key + slug), null))
                .toList();
    }

    private List<Choice> numbers(int most, String key) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(number -> new Choice(Integer.toString(number), words.say(key, number), null))
                .toList();
    }
}

package hub.forum.networks.web;

import hub.forum.groups.Group;
import hub.forum.groups.GroupDetails;
import hub.forum.groups.Visibility;
import hub.forum.networks.Networks;
import hub.forum.networks.Trait;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.guard.Careful;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** What fits somebody, which groups there are for it, and opening one. */
@Controller
class NetworkController {
    private final Networks networks;
    private final MessageSource messages;

    NetworkController(Networks networks, MessageSource messages) {
        this.networks = networks;
        this.messages = messages;
    }

    /** @param traits of {@link Trait}; none takes everything back */
    record ChoiceForm(Set<String> traits) implements Checked {
        ChoiceForm {
            traits = traits == null ? Set.of() : Set.copyOf(traits);
        }

        Set<Trait> chosen() {
            return traits.stream()
                    .flatMap(slug -> Slug.find(Trait.class, slug).stream())
                    .collect(Collectors.toSet());
        }

        @Override
        public void check(Errors errors) {
            if (chosen().size() != traits.size()) {
                errors.rejectValue("traits", "networks.traits.missing");
            }
        }
    }

    /** A group that somebody opens. */
    record OpenForm(
            String trait,

            @Careful(kept = false)
            @Text(least = 3, most = 80, missing = "networks.name.missing", message = "networks.name.length")
            String name,

            @Careful(kept = false)
            @Text(least = 3, most = 500, missing = "networks.purpose.missing", message = "networks.purpose.length")
            String purpose,

            String formKey)
            implements Checked {
        OpenForm {
            trait = InputText.clean(trait);
            name = InputText.clean(name);
            purpose = InputText.clean(purpose);
            formKey = FormKey.orFresh(formKey);
        }

        @Override
        public void check(Errors errors) {
            if (Slug.find(Trait.class, trait).isEmpty()) {
                errors.rejectValue("trait", "networks.trait.missing");
            }
        }
    }

    /** @param opens whether the viewer may open a group */
    record OwnPage(
            List<Choice> traits,
            List<Group> suggested,
            boolean opens,
            @Nullable String done) {}

    record OpenPage(List<Choice> traits) {}

    @GetMapping("/networks")
    Mono<Rendering> own(@RequestParam(defaultValue = "") String done, Visibility visibility) {
        return networks.own(visibility)
                .map(traits -> new ChoiceForm(traits.stream().map(Slug::slug).collect(Collectors.toSet())))
                .flatMap(form -> ownPage(Form.of(form), done.equals("saved"), visibility));
    }

    @PostMapping("/networks")
    Mono<Rendering> choose(Form<ChoiceForm> form, Visibility visibility) {
        return form.submit(
                sent -> networks.choose(sent.chosen(), visibility).thenReturn(Pages.seeOther("/networks?done=saved")),
                again -> ownPage(again, false, visibility));
    }

    private Mono<Rendering> ownPage(Form<ChoiceForm> form, boolean done, Visibility visibility) {
        return networks.suggested(visibility)
                .map(suggested -> Pages.show(
                        "networks/own",
                        new OwnPage(
                                choices(Map.of(), false),
                                suggested,
                                Networks.mayOpen(visibility),
                                done ? say("networks.saved") : null),
                        form));
    }

    @GetMapping("/networks/open")
    Mono<Rendering> open(Visibility visibility) {
        return openPage(Form.of(new OpenForm("", "", "", "")), visibility);
    }

    @PostMapping("/networks/open")
    Mono<Rendering> opened(Form<OpenForm> form, Visibility visibility) {
        return Mono.just(visibility)
                .filter(Networks::mayOpen)
                .flatMap(opener -> form.submit(
                        sent -> networks.open(
                                        Slug.find(Trait.class, sent.trait()).orElseThrow(),
                                        details(sent),
                                        form.once(),
                                        opener)
                                .map(group -> Pages.seeOther(group.path())),
                        again -> openPage(again, opener)));
    }

    private GroupDetails details(OpenForm sent) {
        return GroupDetails.clean(
                sent.name(),
                Group.Kind.PEER_SUPPORT_GROUP,
                Group.Privacy.CLOSED,
                say("networks.area"),
                sent.purpose(),
                "",
                say("networks.agreement"));
    }

    private Mono<Rendering> openPage(Form<OpenForm> form, Visibility visibility) {
        return Mono.just(visibility)
                .filter(Networks::mayOpen)
                .flatMap(networks::counts)
                .map(counts -> Pages.show("networks/open", new OpenPage(choices(counts, true)), form));
    }

    private List<Choice> choices(Map<Trait, Long> counts, boolean counted) {
        return Arrays.stream(Trait.values())
                .map(trait -> new Choice(
                        trait.slug(), say("networks.trait." + trait.slug()), counted ? count(counts.get(trait)) : null))
                .toList();
    }

    private String count(@Nullable Long count) {
        return count == null ? say("networks.few") : say("networks.count", count);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}

package hub.forum.following.web;

import hub.forum.following.Following;
import hub.forum.following.Volume;
import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.forum.groups.web.GroupHeader;
import hub.forum.groups.web.GroupHeaders;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** How much the viewer hears of their groups and of the boards. */
@Controller
class VolumeController {
    private final Following following;
    private final Groups groups;
    private final GroupHeaders headers;
    private final MessageSource messages;

    VolumeController(Following following, Groups groups, GroupHeaders headers, MessageSource messages) {
        this.following = following;
        this.groups = groups;
        this.headers = headers;
        this.messages = messages;
    }

    /** @param volume as in {@link Volume#slug} */
    record VolumeForm(String volume) implements Checked {
        VolumeForm {
            volume = InputText.orEmpty(volume);
        }

        @Override
        public void check(Errors errors) {
            if (Slug.find(Volume.class, volume).isEmpty()) {
                errors.rejectValue("volume", "following.volume.missing");
            }
        }
    }

    /** @param saved whether it was saved just now */
    record VolumePage(GroupHeader header, String id, List<Choice> choices, boolean saved) {}

    @GetMapping("/following/{group}")
    Mono<Rendering> volume(
            @PathVariable String group, @RequestParam(required = false) @Nullable String saved, Visibility visibility) {
        return groups.toRead(group, visibility)
                .flatMap(found -> following
                        .of(visibility.viewer())
                        .map(chosen -> page(
                                found,
                                Form.of(new VolumeForm(chosen.volume(group).slug())),
                                saved != null)));
    }

    @PostMapping("/following/{group}")
    Mono<Rendering> choose(@PathVariable String group, Form<VolumeForm> form, Visibility visibility) {
        return groups.toRead(group, visibility)
                .flatMap(found -> form.submit(
                        sent -> Mono.justOrEmpty(Slug.find(Volume.class, sent.volume()))
                                .flatMap(volume -> following.choose(group, volume, visibility))
                                .thenReturn(Pages.seeOther("/following/" + group + "?saved=yes")),
                        again -> Mono.just(page(found, again, false))));
    }

    private Rendering page(Group group, Form<VolumeForm> form, boolean saved) {
        return Pages.show(
                "following/group",
                new VolumePage(headers.inside(group, FollowSection.NAME), group.id(), choices(), saved),
                form);
    }

    private List<Choice> choices() {
        return Arrays.stream(Volume.values())
                .map(volume -> new Choice(
                        volume.slug(),
                        say("following.volume." + volume.slug()),
                        say("following.volume." + volume.slug() + ".hint")))
                .toList();
    }

    /** One group or board. @param volume in keys of messages */
    record Line(String id, String name, String volume) {}

    /** @param own the viewer's groups, then the boards */
    record Overview(List<Line> own, List<Line> boards) {}

    @GetMapping("/following")
    Mono<Rendering> all(Visibility visibility) {
        return following
                .of(visibility.viewer())
                .flatMap(chosen -> groups.all(visibility)
                        .filter(group -> visibility.mayRead(group.id()))
                        .collectList()
                        .map(all -> Pages.show(
                                "following/all",
                                new Overview(
                                        lines(all, true, chosen::volume, visibility),
                                        lines(all, false, chosen::volume, visibility)))));
    }

    private static List<Line> lines(
            List<Group> all, boolean own, java.util.function.Function<String, Volume> volume, Visibility visibility) {
        return all.stream()
                .filter(group -> visibility.isMember(group.id()) == own)
                .map(group -> new Line(
                        group.id(), group.name(), volume.apply(group.id()).slug()))
                .toList();
    }

    private String say(String key) {
        return messages.getMessage(key, null, Locale.UK);
    }
}

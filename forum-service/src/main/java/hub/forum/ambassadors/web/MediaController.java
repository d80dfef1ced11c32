package hub.forum.ambassadors.web;

import hub.forum.ambassadors.Ambassador;
import hub.forum.ambassadors.Ambassadors;
import hub.forum.ambassadors.media.Activities;
import hub.forum.ambassadors.media.Activity;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What ambassadors do with the press: for the press office and the recruitment officers all of it, for an ambassador her own. */
@Controller
class MediaController {
    private static final String MEDIA = "/ambassadors/media";

    private final Activities activities;
    private final Ambassadors ambassadors;
    private final Accounts accounts;
    private final AmbassadorWords words;

    MediaController(Activities activities, Ambassadors ambassadors, Accounts accounts, AmbassadorWords words) {
        this.activities = activities;
        this.ambassadors = ambassadors;
        this.accounts = accounts;
        this.words = words;
    }

    /** @param who the ambassador; empty for herself */
    record Line(String href, String what, String who, String day) {}

    record Group(String state, List<Line> lines) {}

    /** @param looksAfter whether the viewer proposes */
    record MediaPage(boolean looksAfter, List<Group> groups) {}

    @GetMapping(MEDIA)
    Mono<Rendering> all(Viewer viewer) {
        boolean looksAfter = Activities.looksAfter(viewer);
        Flux<Activity> found = looksAfter
                ? Flux.fromArray(Activity.State.values()).concatMap(state -> activities.in(state, viewer))
                : activities.own(viewer);
        return looksAfterOrAmbassador(viewer)
                .then(Mono.defer(found::collectList))
                .flatMap(list ->
                        names(list).map(names -> Pages.show("ambassadors/media", page(list, names, looksAfter))));
    }

    private Mono<Void> looksAfterOrAmbassador(Viewer viewer) {
        return Activities.looksAfter(viewer)
                ? Mono.empty()
                : ambassadors
                        .own(viewer)
                        .filter(own -> own.state() != Ambassador.State.ASKED)
                        .switchIfEmpty(Mono.error(NotAllowed::new))
                        .then();
    }

    private Mono<Names> names(List<Activity> list) {
        return accounts.names(list.stream()
                .flatMap(one -> Stream.of(one.ambassador(), one.proposedBy()))
                .distinct()
                .toList());
    }

    private MediaPage page(List<Activity> list, Names names, boolean looksAfter) {
        return new MediaPage(
                looksAfter,
                Arrays.stream(Activity.State.values())
                        .filter(state -> list.stream().anyMatch(one -> one.state() == state))
                        .map(state -> new Group(
                                state(state),
                                list.stream()
                                        .filter(one -> one.state() == state)
                                        .map(one -> line(one, names, looksAfter))
                                        .toList()))
                        .toList());
    }

    private Line line(Activity one, Names names, boolean looksAfter) {
        return new Line(
                one.path(), title(one), looksAfter ? names.of(one.ambassador()).name() : "", Times.inFull(one.day()));
    }

    private String title(Activity one) {
        return words.say(
                "ambassadors.media.line",
                words.say("ambassadors.media.kind." + one.kind().slug()),
                one.what());
    }

    private String state(Activity.State state) {
        return words.say("ambassadors.media.state." + state.slug());
    }

    /** @param ambassador the account; kind as in {@link Activity.Kind#slug} */
    record ActivityForm(
            String ambassador,
            String kind,

            @Text(least = 3, most = 200, message = "ambassadors.media.what.length")
            String what,

            @Understood(message = "ambassadors.media.day.missing")
            TypedDate day,

            String formKey)
            implements Checked {
        ActivityForm {
            ambassador = InputText.orEmpty(ambassador);
            kind = InputText.clean(kind);
            what = InputText.clean(what);
            day = TypedDate.orNone(day);
            formKey = FormKey.orFresh(formKey);
        }

        @Override
        public void check(Errors errors) {
            if (ambassador.isEmpty()) {
                errors.rejectValue("ambassador", "ambassadors.media.ambassador.missing");
            }
            if (Slug.find(Activity.Kind.class, kind).isEmpty()) {
                errors.rejectValue("kind", "ambassadors.media.kind.missing");
            }
        }
    }

    record NewPage(List<Choice> ambassadors, List<Choice> kinds) {}

    @GetMapping(MEDIA + "/new")
    Mono<Rendering> blank(Viewer viewer) {
        return looksAfter(viewer)
                .then(Mono.defer(() -> newPage(Form.of(new ActivityForm("", "", "", TypedDate.NONE, "")))));
    }

    @PostMapping(MEDIA + "/new")
    Mono<Rendering> propose(Form<ActivityForm> form, Viewer viewer) {
        return looksAfter(viewer)
                .then(Mono.defer(() -> form.submit(
                        sent -> activities
                                .propose(
                                        sent.ambassador(),
                                        Slug.find(Activity.Kind.class, sent.kind())
                                                .orElseThrow(),
                                        sent.what(),
                                        Objects.requireNonNull(sent.day().date()),
                                        form.once(),
                                        viewer)
                                .map(proposed -> Pages.seeOther(proposed.path())),
                        this::newPage)));
    }

    private static Mono<Void> looksAfter(Viewer viewer) {
        return Activities.looksAfter(viewer) ? Mono.empty() : Mono.error(new NotAllowed());
    }

    private Mono<Rendering> newPage(Form<ActivityForm> form) {
        return ambassadors
                .forMedia()
                .collectList()
                .flatMap(ids -> accounts.names(ids)
                        .map(names -> ids.stream()
                                .map(id -> new Choice(id, names.of(id).name(), null))
                                .toList()))
                .map(people -> Pages.show(
                        "ambassadors/activity-new",
                        new NewPage(
                                people,
                                words.choices("ambassadors.media.kind.", Activity.Kind.values(), Activity.Kind::slug)),
                        form));
    }

    record Dated(String state, Moment at) {}

    /**
     * @param agreed the day on which the ambassador agreed to this one; empty if she has not
     * @param own whether the viewer is the ambassador
     * @param acts what the viewer can do, by slug with its words
     */
    record ActivityPage(
            String id,
            String title,
            String day,
            String who,
            String proposedBy,
            String state,
            String agreed,
            boolean own,
            List<Choice> acts,
            List<Dated> history) {}

    /** @param act as in {@link Activities.Act#slug} */
    record ActForm(String act) {
        ActForm {
            act = InputText.clean(act);
        }
    }

    @GetMapping(MEDIA + "/{media}")
    Mono<Rendering> activity(@PathVariable String media, Viewer viewer) {
        return activities.find(media, viewer).flatMap(found -> page(found, Form.of(new ActForm("")), viewer));
    }

    @PostMapping(MEDIA + "/{media}")
    Mono<Rendering> act(@PathVariable String media, Form<ActForm> form, Viewer viewer) {
        return activities
                .find(media, viewer)
                .flatMap(found -> Slug.find(Activities.Act.class, form.value().act())
                        .map(act -> activities
                                .act(media, act, viewer)
                                .map(done -> Pages.seeOther(found.path()))
                                .onErrorResume(Rejected.class, refusal -> page(found, form.refused(refusal), viewer)))
                        .orElseGet(() -> Mono.just(Pages.seeOther(found.path()))));
    }

    private Mono<Rendering> page(Activity found, Form<ActForm> form, Viewer viewer) {
        Instant agreed = found.agreedAt();
        return names(List.of(found))
                .map(names -> Pages.show(
                        "ambassadors/activity",
                        new ActivityPage(
                                found.id(),
                                title(found),
                                Times.inFull(found.day()),
                                names.of(found.ambassador()).name(),
                                names.of(found.proposedBy()).name(),
                                state(found.state()),
                                agreed == null ? "" : words.day(agreed),
                                found.ambassador().equals(viewer.account()),
                                Activities.open(found, viewer).stream()
                                        .map(act -> new Choice(
                                                act.slug(), words.say("ambassadors.media.act." + act.slug()), null))
                                        .toList(),
                                found.history().reversed().stream()
                                        .map(one -> new Dated(state(one.state()), words.at(one.at())))
                                        .toList()),
                        form));
    }
}

package hub.forum.guidance.web;

import hub.forum.guidance.Guidance;
import hub.forum.guidance.GuidanceRequest;
import hub.forum.guidance.GuidanceTopic;
import hub.platform.calendar.WallTime;
import hub.platform.calendar.WorkingDays;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.TypedTime;
import hub.platform.forms.Understood;
import hub.platform.guard.Careful;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** Asking for guidance, and answering. */
@Controller
class GuidanceController {
    private final Guidance guidance;
    private final WorkingDays workingDays;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Times times;
    private final Clock clock;

    GuidanceController(
            Guidance guidance,
            WorkingDays workingDays,
            Accounts accounts,
            MessageSource messages,
            Times times,
            Clock clock) {
        this.guidance = guidance;
        this.workingDays = workingDays;
        this.accounts = accounts;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    /** @param waits how long it has waited, a word for advisers; empty for others */
    record Line(String id, String topic, String who, String state, Moment asked, String waits) {}

    /**
     * @param advises whether the viewer sees what others asked
     * @param offered whether there is somebody to ask
     */
    record ListPage(List<Line> own, List<Line> waiting, List<Line> booked, boolean advises, boolean offered) {}

    @GetMapping("/guidance")
    Mono<Rendering> list(Viewer viewer) {
        return Mono.zip(
                        guidance.own(viewer).collectList(),
                        guidance.in(GuidanceRequest.State.ASKED, viewer).collectList(),
                        guidance.in(GuidanceRequest.State.BOOKED, viewer).collectList(),
                        guidance.advises(viewer),
                        guidance.isOffered())
                .flatMap(all -> accounts.names(Stream.of(all.getT2(), all.getT3())
                                .flatMap(List::stream)
                                .map(GuidanceRequest::account)
                                .distinct()
                                .toList())
                        .map(names -> Pages.show(
                                "guidance/list",
                                new ListPage(
                                        lines(all.getT1(), null),
                                        lines(all.getT2(), names),
                                        lines(all.getT3(), names),
                                        all.getT4(),
                                        all.getT5()))));
    }

    /** @param names for advisers; null for whoever asked */
    private List<Line> lines(List<GuidanceRequest> requests, @Nullable Names names) {
        return requests.stream()
                .map(request -> new Line(
                        request.id(),
                        topic(request.topic()),
                        names == null ? "" : names.of(request.account()).name(),
                        say("guidance.state." + request.state().slug()),
                        times.say(request.askedAt()),
                        names == null || request.state() != GuidanceRequest.State.ASKED ? "" : waits(request)))
                .toList();
    }

    private String waits(GuidanceRequest request) {
        int days = workingDays.since(request.askedAt(), clock.instant());
        return say(request.raisedAt() == null ? "guidance.waits" : "guidance.waits.raised", days);
    }

    /** @param topic as in {@link GuidanceTopic#slug} */
    record AskForm(
            String topic,

            @Careful
            @Text(least = 3, most = 1_000, missing = "guidance.ask.text.missing", message = "guidance.ask.text.length")
            String text,

            String formKey)
            implements Checked {
        AskForm {
            topic = InputText.clean(topic);
            text = InputText.cleanText(text).strip();
            formKey = FormKey.orFresh(formKey);
        }

        @Override
        public void check(Errors errors) {
            if (Slug.find(GuidanceTopic.class, topic).isEmpty()) {
                errors.rejectValue("topic", "guidance.ask.topic.missing");
            }
        }

        GuidanceTopic chosen() {
            return Slug.find(GuidanceTopic.class, topic).orElseThrow();
        }
    }

    record AskPage(List<Choice> topics) {}

    @GetMapping("/guidance/new")
    Mono<Rendering> ask() {
        return Mono.just(askPage(Form.of(new AskForm("", "", ""))));
    }

    @PostMapping("/guidance/new")
    Mono<Rendering> asked(Form<AskForm> form, Viewer viewer) {
        return form.submit(
                sent -> guidance.ask(sent.chosen(), sent.text(), form.once(), viewer)
                        .map(request -> Pages.seeOther("/guidance/" + request.id())),
                again -> Mono.just(askPage(again)));
    }

    private Rendering askPage(Form<AskForm> form) {
        return Pages.show(
                "guidance/ask",
                new AskPage(Arrays.stream(GuidanceTopic.values())
                        .map(topic -> new Choice(topic.slug(), topic(topic), null))
                        .toList()),
                form);
    }

    /** @param where how they talk */
    record BookForm(
            @Understood(message = "guidance.book.date.missing")
            TypedDate date,

            @Understood(message = "guidance.book.time.missing")
            TypedTime time,

            @Text(least = 3, most = 200, message = "guidance.book.where.length")
            String where) {
        BookForm {
            date = TypedDate.orNone(date);
            time = TypedTime.orNone(time);
            where = InputText.clean(where);
        }

        static BookForm empty() {
            return new BookForm(TypedDate.NONE, TypedTime.NONE, "");
        }

        WallTime at() {
            return WallTime.of(Objects.requireNonNull(date.date()), Objects.requireNonNull(time.time()));
        }
    }

    /**
     * @param who who asks, for advisers; empty for whoever asked
     * @param talk when and with whom they talk; empty before it is booked
     */
    record RequestPage(
            String id,
            String topic,
            List<String> text,
            String who,
            String state,
            Moment asked,
            String waits,
            String talk,
            String where,
            boolean advises,
            boolean own,
            boolean open) {}

    @GetMapping("/guidance/{id}")
    Mono<Rendering> request(@PathVariable String id, Viewer viewer) {
        return guidance.find(id, viewer).flatMap(found -> page(found, Form.of(BookForm.empty()), viewer));
    }

    private Mono<Rendering> page(GuidanceRequest request, Form<BookForm> form, Viewer viewer) {
        GuidanceRequest.Talk talk = request.talk();
        List<String> people = talk == null ? List.of(request.account()) : List.of(request.account(), talk.with());
        boolean own = request.account().equals(viewer.account());
        return Mono.zip(guidance.advises(viewer), accounts.names(people))
                .map(all -> Pages.show(
                        "guidance/request",
                        new RequestPage(
                                request.id(),
                                topic(request.topic()),
                                request.text()
                                        .lines()
                                        .filter(line -> !line.isBlank())
                                        .toList(),
                                own ? "" : all.getT2().of(request.account()).name(),
                                say("guidance.state." + request.state().slug()),
                                times.say(request.askedAt()),
                                request.state() == GuidanceRequest.State.ASKED ? waits(request) : "",
                                talk == null
                                        ? ""
                                        : say(
                                                "guidance.talk",
                                                times.appointment(talk.at()),
                                                all.getT2().of(talk.with()).name()),
                                talk == null ? "" : talk.where(),
                                all.getT1() && !own,
                                own,
                                request.open()),
                        form));
    }

    @PostMapping("/guidance/{id}/book")
    Mono<Rendering> book(@PathVariable String id, Form<BookForm> form, Viewer viewer) {
        return guidance.find(id, viewer)
                .filterWhen(found -> guidance.advises(viewer))
                .flatMap(found -> form.submit(
                        sent -> guidance.book(id, sent.at().instant(), sent.where(), viewer)
                                .map(booked -> Pages.seeOther("/guidance/" + id)),
                        again -> page(found, again, viewer)));
    }

    @PostMapping("/guidance/{id}/done")
    Mono<Rendering> done(@PathVariable String id, Viewer viewer) {
        return guidance.find(id, viewer)
                .filterWhen(found -> guidance.advises(viewer))
                .flatMap(found -> guidance.finish(id, viewer)
                        .map(over -> Pages.seeOther("/guidance"))
                        .onErrorResume(
                                Rejected.class,
                                refusal -> page(found, Form.of(BookForm.empty()).refused(refusal), viewer)));
    }

    @PostMapping("/guidance/{id}/withdraw")
    Mono<Rendering> withdraw(@PathVariable String id, Viewer viewer) {
        return guidance.find(id, viewer)
                .filter(found -> found.account().equals(viewer.account()))
                .flatMap(found -> guidance.withdraw(id, viewer)
                        .map(over -> Pages.seeOther("/guidance"))
                        .onErrorResume(
                                Rejected.class,
                                refusal -> page(found, Form.of(BookForm.empty()).refused(refusal), viewer)));
    }

    private String topic(GuidanceTopic topic) {
        return say("guidance.topic." + topic.slug());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}

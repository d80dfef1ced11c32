package hub.forum.moderation.web;

import hub.forum.groups.Visibility;
import hub.forum.moderation.Approvals;
import hub.forum.moderation.CommunityRules;
import hub.forum.moderation.PersonAct;
import hub.forum.moderation.PersonActs;
import hub.forum.moderation.PostDecision;
import hub.forum.moderation.Report;
import hub.forum.moderation.Reports;
import hub.platform.about.AboutPages.Part;
import hub.platform.forms.Checked;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.forms.FormKey;
import hub.platform.forms.Text;
import hub.platform.forms.TypedDate;
import hub.platform.forms.Understood;
import hub.platform.forms.Unsent;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.NotAllowed;
import hub.platform.pages.Pages;
import hub.platform.text.InputText;
import hub.platform.text.Slug;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
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

/** A person as moderators see them: what was done about them, what was decided, and what can be done. For everybody else there is no such page. */
@Controller
class ModeratedPersonController {
    private static final Set<String> DONE = Set.of("note", "warning", "limit", "suspension", "lifted");
    private static final int LONGEST_SUSPENSION_DAYS = 366;

    private final PersonActs acts;
    private final Reports reports;
    private final Approvals approvals;
    private final CommunityRules rules;
    private final ReasonHelp help;
    private final Accounts accounts;
    private final Times times;
    private final MessageSource messages;

    ModeratedPersonController(
            PersonActs acts,
            Reports reports,
            Approvals approvals,
            CommunityRules rules,
            ReasonHelp help,
            Accounts accounts,
            Times times,
            MessageSource messages) {
        this.acts = acts;
        this.reports = reports;
        this.approvals = approvals;
        this.rules = rules;
        this.help = help;
        this.accounts = accounts;
        this.times = times;
        this.messages = messages;
    }

    /**
     * What is done, and why.
     *
     * @param until of a suspension, the day on which it ends
     * @param fill present if a kept text is to be put into the reason, and nothing is done yet
     */
    record ActForm(
            String kind,

            @Text(
                    least = 3,
                    most = PersonAct.LONGEST_REASON,
                    missing = "moderation.note.missing",
                    message = "moderation.note.tooLong")
            String reason,

            @Understood TypedDate until,
            String rule,
            String saved,
            String formKey,
            @Nullable String fill)
            implements Checked, Unsent {
        ActForm {
            kind = InputText.clean(kind);
            reason = InputText.cleanText(reason);
            until = TypedDate.orNone(until);
            rule = InputText.clean(rule);
            saved = InputText.clean(saved);
            formKey = FormKey.orFresh(formKey);
        }

        static ActForm blank() {
            return new ActForm("", "", TypedDate.NONE, "", "", "", null);
        }

        ActForm with(String words) {
            return new ActForm(kind, words, until, rule, "", formKey, null);
        }

        @Override
        public boolean unsent() {
            return fill != null;
        }

        PersonAct.Kind chosen() {
            return Slug.find(PersonAct.Kind.class, kind).orElseThrow();
        }

        /** The beginning of the day; null for what has no end. */
        @Nullable
        Instant end() {
            LocalDate date = until.date();
            return chosen() != PersonAct.Kind.SUSPENSION || date == null
                    ? null
                    : date.atStartOfDay(Times.LONDON).toInstant();
        }

        @Override
        public void check(Errors errors) {
            PersonAct.Kind which = Slug.find(PersonAct.Kind.class, kind).orElse(null);
            if (which == null) {
                errors.rejectValue("kind", "moderation.act.missing");
            }
            LocalDate date = until.date();
            if (which == PersonAct.Kind.SUSPENSION && until.unclear() == null) {
                LocalDate today = LocalDate.now(Times.LONDON);
                if (date == null) {
                    errors.rejectValue("until", "moderation.act.until.missing");
                } else if (!date.isAfter(today) || date.isAfter(today.plusDays(LONGEST_SUSPENSION_DAYS))) {
                    errors.rejectValue("until", "moderation.act.until.range");
                }
            }
        }
    }

    /** Why something is over before its time. */
    record LiftForm(
            @Text(
                    least = 3,
                    most = PersonAct.LONGEST_REASON,
                    missing = "moderation.note.missing",
                    message = "moderation.note.tooLong")
            String reason) {
        LiftForm {
            reason = InputText.cleanText(reason);
        }
    }

    /**
     * @param state how the account stands: approved, suspended, ended, awaiting
     * @param mayAct whether the viewer may do something about this person
     * @param done what has just been done; or empty
     */
    record PersonPage(
            String id,
            String name,
            String line,
            String state,
            boolean mayAct,
            List<ActLine> acts,
            List<ReportLine> reports,
            List<ApprovalLine> approvals,
            List<Choice> kinds,
            ReasonHelp.Help help,
            String done) {}

    /**
     * @param until of a suspension; null for what has none
     * @param over how it ended; empty while it has not
     */
    record ActLine(
            String id,
            String kind,
            String reference,
            Moment time,
            String by,
            String reason,
            List<Part> rules,
            @Nullable Moment until,
            String over,
            String overReason,
            boolean canLift) {}

    record ReportLine(String path, String reason, String reference, String outcome, Moment time) {}

    record ApprovalLine(String outcome, String by, String note, Moment time) {}

    @GetMapping("/moderation/people/{account}")
    Mono<Rendering> person(
            @PathVariable String account, @RequestParam(defaultValue = "") String done, Visibility visibility) {
        return page(account, Form.of(ActForm.blank()), DONE.contains(done) ? done : "", visibility);
    }

    @PostMapping("/moderation/people/{account}")
    Mono<Rendering> act(@PathVariable String account, Form<ActForm> form, Visibility visibility) {
        ActForm sent = form.value();
        if (sent.unsent()) {
            return requirePerson(account, visibility)
                    .then(help.fill(sent.reason(), sent.saved(), visibility))
                    .flatMap(words -> page(account, Form.of(sent.with(words)), "", visibility));
        }
        return requirePerson(account, visibility)
                .then(Mono.defer(() -> form.submit(
                        act -> acts.act(
                                        account,
                                        act.chosen(),
                                        help.naming(act.reason(), act.rule()),
                                        act.end(),
                                        form.once(),
                                        visibility.viewer())
                                .map(made -> Pages.seeOther("/moderation/people/" + account + "?done="
                                        + made.kind().slug())),
                        again -> page(account, again, "", visibility))));
    }

    /** Those about whom the viewer cannot act are not there to be acted about. */
    private Mono<Void> requirePerson(String account, Visibility visibility) {
        return acts.person(account, visibility.viewer())
                .filter(person -> PersonActs.mayAct(person, visibility.viewer()))
                .switchIfEmpty(Mono.error(NotAllowed::new))
                .then();
    }

    /** @param act what is to be lifted */
    record LiftPage(String account, String name, ActLine act) {}

    @GetMapping("/moderation/people/{account}/lift/{act}")
    Mono<Rendering> liftForm(@PathVariable String account, @PathVariable String act, Visibility visibility) {
        return liftPage(account, act, Form.of(new LiftForm("")), visibility);
    }

    @PostMapping("/moderation/people/{account}/lift/{act}")
    Mono<Rendering> lift(
            @PathVariable String account, @PathVariable String act, Form<LiftForm> form, Visibility visibility) {
        return ofPerson(account, act, visibility)
                .flatMap(found -> form.submit(
                        sent -> acts.lift(act, sent.reason(), visibility.viewer())
                                .map(over -> Pages.seeOther("/moderation/people/" + account + "?done=lifted")),
                        again -> liftPage(account, act, again, visibility)));
    }

    private Mono<PersonAct> ofPerson(String account, String act, Visibility visibility) {
        return requirePerson(account, visibility)
                .then(acts.find(act, visibility.viewer()))
                .filter(found -> found.person().equals(account) && found.kind() != PersonAct.Kind.NOTE);
    }

    private Mono<Rendering> liftPage(String account, String act, Form<LiftForm> form, Visibility visibility) {
        return ofPerson(account, act, visibility)
                .flatMap(found -> accounts.names(people(List.of(found), account))
                        .map(names -> Pages.show(
                                "moderation/lift",
                                new LiftPage(account, names.of(account).name(), line(found, names, true)),
                                form)));
    }

    private Mono<Rendering> page(String account, Form<ActForm> form, String done, Visibility visibility) {
        return acts.person(account, visibility.viewer())
                .flatMap(person -> Mono.zip(
                                acts.about(account, visibility.viewer()).collectList(),
                                reports.about(account, visibility).collectList(),
                                approvals.about(account, visibility.viewer()).collectList(),
                                help.of(visibility))
                        .flatMap(found -> accounts.names(Stream.concat(
                                                people(found.getT1(), account).stream(),
                                                found.getT3().stream().map(PostDecision::by))
                                        .distinct()
                                        .toList())
                                .map(names -> personPage(
                                        person,
                                        found.getT1(),
                                        found.getT2(),
                                        found.getT3(),
                                        found.getT4(),
                                        names,
                                        done,
                                        visibility))))
                .map(page -> Pages.show("moderation/person", page, form));
    }

    private PersonPage personPage(
            Account person,
            List<PersonAct> done,
            List<Report> reported,
            List<PostDecision> decided,
            ReasonHelp.Help reasons,
            Names names,
            String just,
            Visibility visibility) {
        boolean mayAct = PersonActs.mayAct(person, visibility.viewer());
        return new PersonPage(
                person.id(),
                person.name(),
                person.line(),
                person.approval().slug(),
                mayAct,
                done.stream().map(act -> line(act, names, mayAct)).toList(),
                reported.stream().map(this::line).toList(),
                decided.stream()
                        .map(approval -> new ApprovalLine(
                                say("moderation.approval.was."
                                        + approval.outcome().slug()),
                                names.of(approval.by()).name(),
                                approval.note(),
                                times.say(approval.at())))
                        .toList(),
                Arrays.stream(PersonAct.Kind.values())
                        .map(kind -> new Choice(
                                kind.slug(),
                                say("moderation.act." + kind.slug()),
                                say("moderation.act." + kind.slug() + ".hint")))
                        .toList(),
                reasons,
                just);
    }

    private static List<String> people(List<PersonAct> done, String account) {
        return Stream.concat(
                        Stream.of(account),
                        done.stream()
                                .flatMap(act -> Stream.of(
                                        act.by(),
                                        act.lifted() == null
                                                ? null
                                                : act.lifted().by())))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private ActLine line(PersonAct act, Names names, boolean mayAct) {
        PersonAct.Lifted lifted = act.lifted();
        Instant until = act.until();
        return new ActLine(
                act.id(),
                say("moderation.act.was." + act.kind().slug()),
                act.reference(),
                times.say(act.at()),
                names.of(act.by()).name(),
                act.reason(),
                rules.in(act.reason()),
                until == null ? null : times.say(until),
                over(act, names),
                lifted == null ? "" : lifted.reason(),
                mayAct && act.canBeLifted());
    }

    private String over(PersonAct act, Names names) {
        PersonAct.Lifted lifted = act.lifted();
        Instant read = act.acknowledgedAt();
        if (lifted != null) {
            String by = lifted.by();
            return by == null
                    ? say("moderation.act.ended", times.say(lifted.at()).said())
                    : say(
                            "moderation.act.liftedBy",
                            names.of(by).name(),
                            times.say(lifted.at()).said());
        }
        return read == null ? "" : say("moderation.act.read", times.say(read).said());
    }

    private ReportLine line(Report report) {
        Report.Decision decision = report.decision();
        return new ReportLine(
                "/moderation/reports/" + report.id(),
                say("moderation.reason." + report.reason().slug()),
                report.reference(),
                decision == null
                        ? say("moderation.person.open")
                        : say("moderation.was." + decision.outcome().slug()),
                times.say(report.at()));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}

package hub.forum.mentoring.web;

import hub.forum.mentoring.Contact;
import hub.forum.mentoring.Mentorship;
import hub.forum.mentoring.MentorshipWords;
import hub.forum.mentoring.Mentorships;
import hub.forum.mentoring.mentors.Mentor;
import hub.forum.mentoring.mentors.Mentors;
import hub.platform.forms.Choice;
import hub.platform.forms.Form;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import hub.platform.refusals.Rejected;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Mono;

/** The page of one mentorship, as each of those who may know of it sees it: the two with their words, the others with dates and states. */
@Component
class MentorshipPages {
    private static final int CONTACTS = 20;
    private static final MentorshipWords SILENT = new MentorshipWords("", "", Set.of(), "", List.of());

    private final Mentorships mentorships;
    private final Mentors mentors;
    private final Accounts accounts;
    private final MentoringWords words;

    MentorshipPages(Mentorships mentorships, Mentors mentors, Accounts accounts, MentoringWords words) {
        this.mentorships = mentorships;
        this.mentors = mentors;
        this.accounts = accounts;
        this.words = words;
    }

    record Goal(String id, String text, String progress, String said, Moment since) {}

    record Touch(String day, String said) {}

    /** @param profile what the mentor agreed to show, for the mentee */
    record About(String experience, String topics, String languages, String availability) {}

    /**
     * @param role of the viewer: mentee, mentor, or other
     * @param other the other of the two, or the mentor for others; empty while nobody is proposed
     * @param asks whether the viewer has yet to say yes or no
     * @param group where the two talk; null for others, and before
     * @param offersAnother whether the mentee can ask for another
     */
    record Page(
            String id,
            String path,
            String mentor,
            String role,
            String mentee,
            String other,
            String state,
            String slug,
            Moment since,
            Moment asked,
            String askedBy,
            String topics,
            String language,
            List<String> hello,
            @Nullable About about,
            boolean asks,
            boolean active,
            @Nullable String group,
            List<Goal> goals,
            List<Touch> contacts,
            int contactCount,
            String next,
            boolean ends,
            boolean offersAnother,
            List<Choice> kinds,
            List<Choice> progress) {}

    Mono<Rendering> show(Mentorship found, Viewer viewer) {
        return show(found, Form.of(JournalForm.empty()), viewer);
    }

    /** After something that one of the two did: their page again, or what refused it. */
    Mono<Rendering> after(Mentorship seen, Mono<Mentorship> act, Viewer viewer) {
        return act.map(done -> Pages.seeOther(done.path()))
                .onErrorResume(Rejected.class, refusal -> refused(seen, refusal, viewer));
    }

    /** Of something that has no field: beside nothing, on the page as it is now. */
    Mono<Rendering> refused(Mentorship seen, Rejected refusal, Viewer viewer) {
        return mentorships
                .find(seen.id(), viewer)
                .defaultIfEmpty(seen)
                .flatMap(now -> show(now, Form.of(JournalForm.empty()).refused(refusal), viewer));
    }

    Mono<Rendering> show(Mentorship found, Form<JournalForm> form, Viewer viewer) {
        boolean mentee = found.mentee().equals(viewer.account());
        String mentor = found.mentor();
        Mono<Mentor.Profile> profile = mentee && mentor != null
                ? mentors.shownToMentee(mentor).defaultIfEmpty(Mentor.Profile.EMPTY)
                : Mono.just(Mentor.Profile.EMPTY);
        return Mono.zip(
                        accounts.names(Stream.of(found.mentee(), found.askedBy(), mentor == null ? "" : mentor)
                                .filter(person -> !person.isEmpty())
                                .distinct()
                                .toList()),
                        mentorships.words(found.id(), viewer).defaultIfEmpty(SILENT),
                        profile)
                .map(all -> Pages.show(
                        "mentoring/mentorship", page(found, all.getT1(), all.getT2(), all.getT3(), viewer), form));
    }

    private Page page(Mentorship found, Names names, MentorshipWords said, Mentor.Profile profile, Viewer viewer) {
        boolean mentee = found.mentee().equals(viewer.account());
        boolean own = found.isOf(viewer.account());
        String mentor = found.mentor();
        String other = mentor == null || own && !mentee ? "" : names.of(mentor).name();
        LocalDate next = found.nextContact();
        boolean ended = found.state() == Mentorship.State.ENDED;
        return new Page(
                found.id(),
                found.path(),
                mentor == null ? "" : mentor,
                mentee ? "mentee" : own ? "mentor" : "other",
                names.of(found.mentee()).name(),
                other,
                words.state(found),
                found.state().slug(),
                words.at(found.since()),
                words.at(found.askedAt()),
                found.askedBy().equals(found.mentee())
                        ? ""
                        : names.of(found.askedBy()).name(),
                words.topics(found.wish().topics()),
                found.wish().language(),
                said.hello().lines().filter(line -> !line.isBlank()).toList(),
                mentee && mentor != null && !ended ? about(profile) : null,
                found.waitsFor(viewer.account()),
                found.active(),
                own && found.active() ? "/groups/" + found.group() : null,
                said.goals().stream().map(this::goal).toList(),
                found.contacts().reversed().stream()
                        .limit(CONTACTS)
                        .map(this::touch)
                        .toList(),
                found.contacts().size(),
                next == null ? "" : Times.inFull(next),
                !ended && (own || (found.askedBy().equals(viewer.account()) && !found.active())),
                mentee && ended,
                kinds(),
                progress());
    }

    private About about(Mentor.Profile profile) {
        return new About(
                profile.experience(), words.topics(profile.topics()), profile.languages(), profile.availability());
    }

    private Goal goal(MentorshipWords.Goal goal) {
        String slug = goal.progress().slug();
        return new Goal(goal.id(), goal.text(), slug, words.say("mentoring.progress." + slug), words.at(goal.since()));
    }

    private Touch touch(Contact contact) {
        return new Touch(
                Times.inFull(contact.day()),
                words.say(
                        "mentoring.contact.line",
                        words.say("mentoring.contact." + contact.kind().slug()),
                        contact.minutes()));
    }

    private List<Choice> kinds() {
        return Arrays.stream(Contact.Kind.values())
                .map(kind -> new Choice(kind.slug(), words.say("mentoring.contact." + kind.slug()), null))
                .toList();
    }

    private List<Choice> progress() {
        return Arrays.stream(MentorshipWords.Progress.values())
                .map(one -> new Choice(one.slug(), words.say("mentoring.progress." + one.slug()), null))
                .toList();
    }
}

package hub.forum.mentoring.web;

import hub.forum.mentoring.Mentorship;
import hub.forum.mentoring.Mentorships;
import hub.forum.mentoring.mentors.Mentor;
import hub.forum.mentoring.mentors.Mentors;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.NotAllowed;
import hub.platform.identity.Role;
import hub.platform.identity.Supervisions;
import hub.platform.identity.Viewer;
import hub.platform.pages.Pages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Everybody's own page about mentoring, and that of a social worker with her carers. */
@Controller
class MentoringController {
    private final Mentorships mentorships;
    private final Mentors mentors;
    private final Accounts accounts;
    private final Supervisions supervisions;
    private final MentoringWords words;

    MentoringController(
            Mentorships mentorships,
            Mentors mentors,
            Accounts accounts,
            Supervisions supervisions,
            MentoringWords words) {
        this.mentorships = mentorships;
        this.mentors = mentors;
        this.accounts = accounts;
        this.supervisions = supervisions;
        this.words = words;
    }

    /**
     * @param asks whether the viewer can ask for a mentor now
     * @param mentees those whom the viewer mentors, or is asked to
     * @param mentor whether the viewer mentors
     */
    record OwnPage(
            List<MentoringWords.Line> own,
            List<MentoringWords.Line> mentees,
            boolean asks,
            boolean mentor,
            boolean supervises,
            boolean matches) {}

    @GetMapping("/mentoring")
    Mono<Rendering> own(Viewer viewer) {
        return Mono.zip(
                        mentorships.own(viewer).collectList(),
                        mentorships.asMentor(viewer).collectList(),
                        mentors.own(viewer).map(Optional::of).defaultIfEmpty(Optional.empty()))
                .flatMap(all -> accounts.names(Stream.concat(all.getT1().stream(), all.getT2().stream())
                                .map(one -> MentoringWords.other(one, viewer.id()))
                                .filter(person -> !person.isEmpty())
                                .distinct()
                                .toList())
                        .map(names -> page(all.getT1(), all.getT2(), all.getT3(), names, viewer)))
                .map(page -> Pages.show("mentoring/own", page));
    }

    private OwnPage page(
            List<Mentorship> own, List<Mentorship> mentees, Optional<Mentor> mentor, Names names, Viewer viewer) {
        return new OwnPage(
                lines(own, names, viewer),
                lines(mentees, names, viewer),
                viewer.carer() && own.stream().noneMatch(one -> one.state() != Mentorship.State.ENDED),
                mentor.isPresent(),
                viewer.is(Role.SUPERVISING_SOCIAL_WORKER),
                Mentors.matches(viewer));
    }

    private List<MentoringWords.Line> lines(List<Mentorship> found, Names names, Viewer viewer) {
        return found.stream()
                .map(one -> words.line(one, one.path(), names, MentoringWords.other(one, viewer.id())))
                .toList();
    }

    /** @param href to ask for her, or to see how far it is */
    record Carer(String name, String href, @Nullable String state) {}

    record CarersPage(List<Carer> carers) {}

    @GetMapping("/mentoring/carers")
    Mono<Rendering> carers(Viewer viewer) {
        if (!viewer.is(Role.SUPERVISING_SOCIAL_WORKER)) {
            return Mono.error(new NotAllowed());
        }
        return supervisions
                .householdsOf(viewer)
                .flatMapMany(Flux::fromIterable)
                .flatMapSequential(accounts::ofHousehold, 4)
                .collectSortedList(java.util.Comparator.comparing(Account::name))
                .flatMap(carers -> mentorships
                        .ofSupervised(carers.stream().map(Account::id).toList(), viewer)
                        .collectMap(Mentorship::mentee)
                        .map(open -> Pages.show("mentoring/carers", new CarersPage(lines(carers, open)))));
    }

    private List<Carer> lines(List<Account> carers, Map<String, Mentorship> open) {
        return carers.stream()
                .map(carer -> {
                    Mentorship has = open.get(carer.id());
                    return has == null
                            ? new Carer(carer.name(), "/mentoring/ask/" + carer.id(), null)
                            : new Carer(carer.name(), has.path(), words.state(has));
                })
                .toList();
    }
}

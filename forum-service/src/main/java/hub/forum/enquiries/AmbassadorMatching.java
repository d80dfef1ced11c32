package hub.forum.enquiries;

import hub.forum.ambassadors.Ambassador;
import hub.forum.ambassadors.Ambassadors;
import hub.forum.ambassadors.Fostering;
import hub.platform.identity.Accounts;
import hub.platform.identity.Viewer;
import hub.platform.text.Slug;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Which ambassadors there are for somebody, with what speaks for each and against. It is what both said, how many people she talks to, and what came of it before. Heritage and
 * faith count only if the enquirer asked for them, and only in the enquirer's own words; nothing is inferred. People decide.
 */
@Service
public class AmbassadorMatching {
    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparing(Candidate::possible)
            .thenComparing(candidate -> candidate.reasons().size()
                    - candidate.against().stream().filter(Against::weighs).count())
            .thenComparing(candidate -> candidate.ambassador().free())
            .reversed();

    private final Ambassadors ambassadors;
    private final Accounts accounts;

    AmbassadorMatching(Ambassadors ambassadors, Accounts accounts) {
        this.ambassadors = ambassadors;
        this.accounts = accounts;
    }

    /** What speaks for somebody. */
    public enum Reason implements Slug {
        LANGUAGE,
        HOUSEHOLD,
        BACKGROUND,
        KIND,
        VISITS;
    }

    /** What speaks against somebody. */
    public enum Against implements Slug {
        PAUSED,
        FULL,
        SAID_NO,
        NO_ANSWER,
        TAKEN_BACK,
        HANDED_BACK,
        TALKED,
        LANGUAGE,
        HOUSEHOLD,
        KIND,
        VISITS;

        /** That the desk took her back says nothing against her. */
        private boolean weighs() {
            return this != TAKEN_BACK && this != TALKED;
        }
    }

    /** @param said the words of her heritage and faith that the enquirer asked for; empty if they did not ask */
    public record Candidate(Ambassador ambassador, List<Reason> reasons, List<Against> against, List<String> said) {
        /** Whether she can be proposed at all. */
        public boolean possible() {
            return !against.contains(Against.PAUSED) && !against.contains(Against.FULL);
        }
    }

    /** Those who could be proposed, the likeliest first; nothing for whoever does not answer enquiries. */
    public Mono<List<Candidate>> of(Enquiry enquiry, Viewer viewer) {
        return Flux.just(Ambassador.State.ACTIVE, Ambassador.State.PAUSED)
                .concatMap(state -> ambassadors.in(state, viewer))
                .filterWhen(one -> accounts.viewer(one.id()).map(Viewer::carer).defaultIfEmpty(false))
                .map(one -> candidate(one, enquiry))
                .collectList()
                .map(all -> all.stream().sorted(BEST_FIRST).toList());
    }

    static Candidate candidate(Ambassador one, Enquiry enquiry) {
        List<Reason> reasons = new ArrayList<>();
        List<Against> against = new ArrayList<>();
        if (!one.active()) {
            against.add(Against.PAUSED);
        } else if (one.free() == 0) {
            against.add(Against.FULL);
        }
        enquiry.talk().before().stream()
                .filter(before -> before.ambassador().equals(one.id()))
                .map(before -> Against.valueOf(before.outcome().name()))
                .distinct()
                .forEach(against::add);
        Asked.Wishes wishes = enquiry.asked().wishes();
        if (!wishes.language().isEmpty()) {
            weigh(one.speaks(wishes.language()), Reason.LANGUAGE, Against.LANGUAGE, reasons, against);
        }
        if (wishes.household() != null) {
            weigh(
                    one.profile().household() == wishes.household(),
                    Reason.HOUSEHOLD,
                    Against.HOUSEHOLD,
                    reasons,
                    against);
        }
        List<String> said = one.says(wishes.background());
        if (!said.isEmpty()) {
            reasons.add(Reason.BACKGROUND);
        }
        kind(one, enquiry.asked().interest(), reasons, against);
        if (enquiry.asked().wanted() == Asked.Wanted.HOME_VISIT) {
            weigh(one.profile().visits(), Reason.VISITS, Against.VISITS, reasons, against);
        }
        return new Candidate(one, reasons, against, said);
    }

    private static void kind(Ambassador one, Asked.Interest interest, List<Reason> reasons, List<Against> against) {
        List<Fostering> known = one.profile().fostering();
        switch (interest) {
            case KINSHIP -> weigh(known.contains(Fostering.KINSHIP), Reason.KIND, Against.KIND, reasons, against);
            case SHORT_BREAKS ->
                weigh(known.contains(Fostering.SHORT_BREAKS), Reason.KIND, Against.KIND, reasons, against);
            case FOSTERING ->
                weigh(
                        known.stream().anyMatch(kind -> kind != Fostering.KINSHIP),
                        Reason.KIND,
                        Against.KIND,
                        reasons,
                        against);
            case NOT_SURE -> {}
        }
    }

    private static void weigh(
            boolean fits, Reason reason, Against otherwise, List<Reason> reasons, List<Against> against) {
        if (fits) {
            reasons.add(reason);
        } else {
            against.add(otherwise);
        }
    }
}

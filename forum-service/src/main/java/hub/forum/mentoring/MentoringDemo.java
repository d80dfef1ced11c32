package hub.forum.mentoring;

import hub.forum.mentoring.mentors.Mentor;
import hub.forum.mentoring.mentors.Mentors;
import hub.forum.mentoring.mentors.Topic;
import hub.platform.demo.DemoClock;
import hub.platform.demo.DemoContent;
import hub.platform.demo.DemoEntry;
import hub.platform.demo.DemoFiles;
import hub.platform.identity.Accounts;
import hub.platform.mongo.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Eight mentors over three generations, and mentorships in each state. */
@Component
@Order(DemoContent.SCHEMES)
class MentoringDemo implements DemoContent {
    private final DemoFiles files;
    private final Mentors mentors;
    private final MentorshipStore store;
    private final Proposals proposals;
    private final Accounts accounts;

    MentoringDemo(DemoFiles files, Mentors mentors, MentorshipStore store, Proposals proposals, Accounts accounts) {
        this.files = files;
        this.mentors = mentors;
        this.store = store;
        this.proposals = proposals;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "mentoring";
    }

    @Override
    public Mono<Void> load(DemoClock clock) {
        List<DemoEntry> entries = files.entries("mentoring/mentorships.yml");
        Map<String, Long> taken = entries.stream()
                .filter(entry -> Set.of("active", "proposed").contains(entry.text("state")))
                .collect(Collectors.groupingBy(entry -> entry.text("mentor"), Collectors.counting()));
        List<Mentor> all = files.entries("mentoring/mentors.yml").stream()
                .map(entry -> mentor(entry, taken.getOrDefault(entry.text("person"), 0L), clock))
                .toList();
        return mentors.addAll(all)
                .thenMany(Flux.fromIterable(entries))
                .concatMap(entry -> accounts.approved(entry.text("mentee"))
                        .map(mentee -> mentorship(entry, mentee.household(), clock)))
                .collectList()
                .flatMap(found -> add(found, entries, clock));
    }

    private Mono<Void> add(List<Mentorship> found, List<DemoEntry> entries, DemoClock clock) {
        List<MentorshipWords> said =
                entries.stream().map(entry -> words(entry, clock)).toList();
        return store.byId(found.getFirst().id())
                .map(there -> true)
                .switchIfEmpty(Mono.defer(() -> store.insertAll(found, said).thenReturn(true)))
                .thenMany(Flux.fromIterable(found))
                .filter(Mentorship::active)
                .concatMap(proposals::together)
                .then();
    }

    private static Mentor mentor(DemoEntry entry, long taken, DemoClock clock) {
        Instant since = clock.ago(Duration.ofDays(entry.number("days")));
        Set<Mentor.Attribute> shown = Arrays.stream(Mentor.Attribute.values())
                .filter(one -> entry.texts("shown").contains(one.slug()))
                .collect(Collectors.toSet());
        return new Mentor(
                entry.text("person"),
                new Mentor.Profile(
                        entry.text("experience"),
                        Topic.of(entry.texts("topics")),
                        entry.text("languages"),
                        entry.text("availability")),
                shown.stream().collect(Collectors.toMap(one -> one, one -> since)),
                entry.number("capacity"),
                (int) taken,
                entry.flag("paused"),
                emptyToNull(entry.text("mentoredBy")),
                since,
                1);
    }

    private static String id(DemoEntry entry) {
        return Ids.of("demo mentorship " + entry.text("mentee"));
    }

    private static Mentorship mentorship(DemoEntry entry, String household, DemoClock clock) {
        String mentee = entry.text("mentee");
        Instant since = clock.ago(entry.text("since"));
        Mentorship asked = Mentorship.ask(
                id(entry),
                mentee,
                household,
                entry.text("askedBy").isEmpty() ? mentee : entry.text("askedBy"),
                new Mentorship.Wish(Topic.of(entry.texts("topics")), entry.text("language")),
                List.of(),
                clock.ago(entry.text("asked")));
        String mentor = entry.text("mentor");
        if (mentor.isEmpty()) {
            return asked;
        }
        Mentorship proposed = asked.propose(mentor, since);
        if (entry.text("state").equals("proposed")) {
            return entry.flag("menteeSaidYes") ? proposed.accept(mentee, since) : proposed;
        }
        Mentorship active = proposed.accept(mentee, since).accept(mentor, since);
        return entry.text("state").equals("active")
                ? noted(active, entry, clock)
                : active.end(entry.chosen("state", Mentorship.Ending.class), since);
    }

    private static Mentorship noted(Mentorship active, DemoEntry entry, DemoClock clock) {
        Mentorship noted = active;
        for (DemoEntry one : entry.entries("contacts")) {
            noted = noted.log(new Contact(
                    clock.today().minusDays(one.number("daysAgo")),
                    one.chosen("kind", Contact.Kind.class),
                    one.number("minutes")));
        }
        int next = entry.number("nextInDays");
        return next == 0 ? noted : noted.meetNext(clock.today().plusDays(next));
    }

    private static MentorshipWords words(DemoEntry entry, DemoClock clock) {
        Set<String> readers = new LinkedHashSet<>(List.of(entry.text("mentee")));
        if (Set.of("active", "proposed").contains(entry.text("state"))) {
            readers.add(entry.text("mentor"));
        }
        List<MentorshipWords.Goal> goals = entry.entries("goals").stream()
                .map(goal -> new MentorshipWords.Goal(
                        Ids.of("demo goal " + goal.text("text")),
                        goal.text("text"),
                        goal.chosen("progress", MentorshipWords.Progress.class),
                        clock.ago(goal.text("ago"))))
                .sorted(Comparator.comparing(MentorshipWords.Goal::since))
                .toList();
        return new MentorshipWords(id(entry), entry.text("mentee"), readers, entry.text("hello"), goals);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}

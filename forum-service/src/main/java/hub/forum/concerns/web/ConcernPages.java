package hub.forum.concerns.web;

import hub.forum.concerns.Concern;
import hub.forum.concerns.Concerns;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.identity.Viewer;
import hub.platform.time.Moment;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What the pages about worries show. */
@Component
class ConcernPages {
    private final Concerns concerns;
    private final Accounts accounts;
    private final MessageSource messages;
    private final Times times;
    private final Clock clock;

    ConcernPages(Concerns concerns, Accounts accounts, MessageSource messages, Times times, Clock clock) {
        this.concerns = concerns;
        this.accounts = accounts;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    /** @param who raised it, for safeguarding leads; empty for whoever did */
    record Line(String id, String reference, String who, String state, Moment raised, String waits) {}

    /** @param answers whether the viewer is a safeguarding lead */
    record ListPage(boolean answers, List<Line> waiting, List<Line> acknowledged, List<Line> done, List<Line> own) {}

    Mono<ListPage> list(Viewer viewer) {
        return Mono.zip(
                        concerns.in(Concern.State.RAISED, viewer).collectList(),
                        concerns.in(Concern.State.ACKNOWLEDGED, viewer).collectList(),
                        concerns.in(Concern.State.DONE, viewer).collectList(),
                        concerns.own(viewer).collectList())
                .flatMap(all -> accounts.names(Stream.of(all.getT1(), all.getT2(), all.getT3())
                                .flatMap(List::stream)
                                .map(Concern::account)
                                .distinct()
                                .toList())
                        .map(names -> new ListPage(
                                Concerns.answers(viewer),
                                lines(all.getT1(), names),
                                lines(all.getT2(), names),
                                lines(all.getT3(), names),
                                lines(all.getT4(), null))));
    }

    private List<Line> lines(List<Concern> found, @Nullable Names names) {
        return found.stream()
                .map(concern -> new Line(
                        concern.id(),
                        concern.reference(),
                        names == null ? "" : names.of(concern.account()).name(),
                        say("concerns.state." + concern.state().slug()),
                        times.say(concern.raisedAt()),
                        names != null && concern.state() == Concern.State.RAISED ? waits(concern) : ""))
                .toList();
    }

    private String waits(Concern concern) {
        long minutes = Duration.between(concern.raisedAt(), clock.instant()).toMinutes();
        return minutes < 60 ? say("concerns.waits.minutes", minutes) : say("concerns.waits.hours", minutes / 60);
    }

    /**
     * @param who raised it, and who acted, for safeguarding leads; empty for whoever raised it
     * @param html the post that it is about, sanitised; null for none
     * @param outcome what was done, for safeguarding leads
     */
    record ConcernPage(
            String id,
            String reference,
            String state,
            Moment raised,
            String waits,
            @Nullable Moment acknowledged,
            @Nullable Moment done,
            String who,
            String acknowledgedBy,
            List<String> text,
            String phone,
            @Nullable String html,
            String writtenBy,
            List<String> outcome,
            boolean answers,
            boolean own,
            boolean unread,
            boolean open) {}

    Mono<ConcernPage> concern(Concern concern, Viewer viewer) {
        boolean answers = Concerns.answers(viewer);
        Concern.Acknowledgement read = concern.acknowledged();
        Concern.Snapshot post = concern.post();
        Stream<String> people = Stream.of(
                concern.account(),
                read == null ? concern.account() : read.by(),
                post == null ? concern.account() : post.author());
        return accounts.names(people.distinct().toList()).map(names -> page(concern, answers, viewer, names));
    }

    private ConcernPage page(Concern concern, boolean answers, Viewer viewer, Names names) {
        Concern.Acknowledgement read = concern.acknowledged();
        Concern.Outcome done = concern.outcome();
        Concern.Snapshot post = concern.post();
        return new ConcernPage(
                concern.id(),
                concern.reference(),
                say("concerns.state." + concern.state().slug()),
                times.say(concern.raisedAt()),
                answers && concern.state() == Concern.State.RAISED ? waits(concern) : "",
                read == null ? null : times.say(read.at()),
                done == null ? null : times.say(done.at()),
                answers ? names.of(concern.account()).name() : "",
                answers && read != null ? names.of(read.by()).name() : "",
                concern.text().lines().toList(),
                concern.phone(),
                post == null ? null : post.html(),
                answers && post != null ? names.of(post.author()).name() : "",
                answers && done != null ? done.words().lines().toList() : List.of(),
                answers,
                concern.account().equals(viewer.account()),
                concern.state() == Concern.State.RAISED,
                concern.open());
    }

    /** For a file: what is open first, then what is done. */
    Mono<List<List<Object>>> lines(Viewer lead) {
        return concerns.in(Concern.State.RAISED, lead)
                .concatWith(concerns.in(Concern.State.ACKNOWLEDGED, lead))
                .concatWith(concerns.in(Concern.State.DONE, lead))
                .map(this::cells)
                .collectList();
    }

    private List<Object> cells(Concern concern) {
        Concern.Acknowledgement read = concern.acknowledged();
        Concern.Outcome done = concern.outcome();
        List<Object> cells = new ArrayList<>();
        cells.add(concern.reference());
        cells.add(say("concerns.state." + concern.state().slug()));
        cells.add(moment(concern.raisedAt()));
        cells.add(read == null ? "" : moment(read.at()));
        cells.add(
                read == null
                        ? ""
                        : Duration.between(concern.raisedAt(), read.at()).toMinutes());
        cells.add(done == null ? "" : moment(done.at()));
        return cells;
    }

    private static String moment(Instant at) {
        return at.atZone(Times.LONDON).toLocalDateTime().withNano(0).toString();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.UK);
    }
}

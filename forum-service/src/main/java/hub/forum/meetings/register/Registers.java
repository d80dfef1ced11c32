package hub.forum.meetings.register;

import hub.forum.groups.Group;
import hub.forum.groups.Membership;
import hub.forum.groups.Memberships;
import hub.forum.groups.Visibility;
import hub.forum.meetings.GroupMeeting;
import hub.forum.meetings.Meeting;
import hub.forum.meetings.MeetingPolicy;
import hub.platform.audit.AuditLog;
import hub.platform.identity.NotAllowed;
import hub.platform.mongo.Transactions;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The registers of meetings, for those who lead the group. */
@Service
@NamedInterface("register")
public class Registers {
    /** Whoever has not been for so long may be glad of a word. */
    public static final Duration LONG_AWAY = Duration.ofDays(92);

    private static final int MONTHS = 12;

    private final RegisterStore store;
    private final Memberships memberships;
    private final AuditLog audit;
    private final Transactions transactions;
    private final Clock clock;

    Registers(RegisterStore store, Memberships memberships, AuditLog audit, Transactions transactions, Clock clock) {
        this.store = store;
        this.memberships = memberships;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Whether the viewer may take it now: whoever arranges the meeting, once it has begun. */
    public boolean mayTake(GroupMeeting found, Visibility by) {
        Meeting meeting = found.meeting();
        return MeetingPolicy.mayArrange(by, found.group())
                && meeting.listed()
                && !meeting.cancelled()
                && meeting.started(clock.instant());
    }

    /** What was written down; empty if nothing was, or the viewer does not lead the group. */
    public Mono<Register> of(GroupMeeting found, Visibility by) {
        return MeetingPolicy.mayArrange(by, found.group()) ? store.find(found.id()) : Mono.empty();
    }

    /** The accounts of those who came, for what follows from a meeting; never shown. Empty if no register was taken. */
    public Mono<Set<String>> came(String meeting) {
        return store.find(meeting).map(Register::came);
    }

    /**
     * Writes down who came, in the place of what stood there.
     *
     * @param came accounts; those that are neither in the group nor had answered are left out by whoever asks
     * @throws NotAllowed (as a signal) unless the viewer may take it
     */
    public Mono<Register> take(GroupMeeting found, Set<String> came, int others, String note, Visibility by) {
        if (!mayTake(found, by)) {
            return Mono.error(new NotAllowed());
        }
        String actor = by.viewer().id();
        Register register = new Register(
                found.id(),
                found.group().id(),
                found.meeting().details().starts(),
                came,
                others,
                note,
                actor,
                clock.instant());
        return transactions.run(store.put(register)
                .delayUntil(taken -> audit.record(
                        "meetings.register",
                        actor,
                        found.id(),
                        found.group().id(),
                        Map.of("people", Integer.toString(taken.people())))));
    }

    /** Those of a stretch of time, in the order of the meetings, for whoever arranges them; nothing for everybody else. */
    public Flux<Register> between(Group group, Instant from, Instant to, Visibility by) {
        return MeetingPolicy.mayArrange(by, group)
                ? store.since(group.id(), from)
                        .filter(register -> register.starts().isBefore(to))
                : Flux.empty();
    }

    /** Puts in a register as it is: for content that is brought in. */
    public Mono<Void> bringIn(Register register) {
        return store.put(register).then();
    }

    /** Members who have been to nothing for {@link #LONG_AWAY}, and were in the group all that time. Nobody, while there are no registers. */
    public Mono<List<String>> longAway(Group group, Visibility by) {
        if (!MeetingPolicy.mayArrange(by, group)) {
            return Mono.just(List.of());
        }
        Instant from = clock.instant().minus(LONG_AWAY);
        return store.since(group.id(), from)
                .collectList()
                .filter(registers -> !registers.isEmpty())
                .flatMap(registers -> memberships
                        .in(group, by)
                        .filter(member -> member.since().isBefore(from))
                        .map(Membership::account)
                        .filter(account -> !came(registers).contains(account)
                                && !account.equals(by.viewer().id()))
                        .collectList())
                .defaultIfEmpty(List.of());
    }

    private static Set<String> came(List<Register> registers) {
        Set<String> all = new HashSet<>();
        registers.forEach(register -> all.addAll(register.came()));
        return all;
    }

    /** How many people came in each of the last twelve months, the earliest first. */
    public Mono<Map<YearMonth, Long>> byMonth(Group group, Visibility by) {
        YearMonth last = YearMonth.from(clock.instant().atZone(Times.LONDON));
        Map<YearMonth, Long> months = new TreeMap<>();
        for (int back = 0; back < MONTHS; back++) {
            months.put(last.minusMonths(back), 0L);
        }
        Instant from =
                last.minusMonths(MONTHS - 1).atDay(1).atStartOfDay(Times.LONDON).toInstant();
        Flux<Register> registers = MeetingPolicy.mayArrange(by, group) ? store.since(group.id(), from) : Flux.empty();
        return registers
                .doOnNext(register -> months.merge(
                        YearMonth.from(register.starts().atZone(Times.LONDON)), (long) register.people(), Long::sum))
                .then(Mono.just(months));
    }
}

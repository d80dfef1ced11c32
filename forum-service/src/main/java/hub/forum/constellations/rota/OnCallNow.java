package hub.forum.constellations.rota;

import hub.forum.groups.Group;
import hub.forum.groups.Groups;
import hub.forum.groups.Visibility;
import hub.platform.help.OnCall;
import hub.platform.identity.Accounts;
import hub.platform.identity.Names;
import hub.platform.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who is on call now: an answer for each moment. With nobody on shift it is the emergency duty team with its hours. */
@Component
public class OnCallNow {
    /** How far ahead somebody is looked for who is next. */
    private static final Duration AHEAD = Duration.ofDays(35);

    private final Rotas rotas;
    private final Groups groups;
    private final Accounts accounts;
    private final RotaWords words;
    private final Site site;
    private final Clock clock;

    OnCallNow(Rotas rotas, Groups groups, Accounts accounts, RotaWords words, Site site, Clock clock) {
        this.rotas = rotas;
        this.groups = groups;
        this.accounts = accounts;
        this.words = words;
        this.site = site;
        this.clock = clock;
    }

    /**
     * What must be known to answer for some time without the database: the rota, and the names of those on it.
     *
     * @param group its id
     * @param name of the group
     * @param at when it was read
     */
    public record Known(String group, String name, Rota rota, Names names, Instant at) {}

    /** Of all constellations that the viewer is in and reads now, by name. */
    public Mono<List<Known>> known(Visibility visibility) {
        return groups.all(visibility)
                .filter(group -> group.kind() == Group.Kind.CONSTELLATION && isIn(visibility, group))
                .collectList()
                .filter(found -> !found.isEmpty())
                .flatMap(found ->
                        rotas.all(visibility.ownReadable(), visibility).flatMap(known -> withNames(found, known)))
                .defaultIfEmpty(List.of());
    }

    private static boolean isIn(Visibility visibility, Group group) {
        return visibility.isMember(group.id()) && visibility.mayRead(group.id());
    }

    /** Of one that the viewer reads. */
    public Mono<Known> known(Group group, Visibility visibility) {
        return rotas.of(group, visibility)
                .flatMap(rota -> withNames(List.of(group), Map.of(group.id(), rota)))
                .map(List::getFirst);
    }

    private Mono<List<Known>> withNames(List<Group> found, Map<String, Rota> known) {
        List<Rota> some = found.stream()
                .map(group -> known.getOrDefault(group.id(), Rota.empty(group.id())))
                .toList();
        List<String> people = some.stream()
                .flatMap(rota -> rota.people().stream())
                .map(OnCallPerson::account)
                .distinct()
                .toList();
        Map<String, String> names = found.stream().collect(Collectors.toMap(Group::id, Group::name));
        return accounts.names(people)
                .map(who -> some.stream()
                        .map(rota ->
                                new Known(rota.id(), String.valueOf(names.get(rota.id())), rota, who, clock.instant()))
                        .sorted(Comparator.comparing(Known::name))
                        .toList());
    }

    /** @param named whether it says which constellation it is: where there are several */
    public OnCall.Line line(Known known, boolean named) {
        Instant now = clock.instant();
        Timeline timeline = known.rota().timeline(now, now.plus(AHEAD));
        Shift shift = timeline.at(now).shift();
        OnCallPerson person =
                shift == null ? null : known.rota().person(shift.account()).orElse(null);
        Timeline.Stretch next = timeline.nextAfter(now);
        return person == null
                ? nobody(known, next, named)
                : somebody(known, person, timeline.goesOnUntil(now), next, named);
    }

    private OnCall.Line somebody(
            Known known, OnCallPerson person, Instant until, Timeline.@Nullable Stretch next, boolean named) {
        String name = known.names().of(person.account()).name();
        return new OnCall.Line(
                label(known, "constellations.now", named),
                words.say("constellations.now.until", name, words.moment(until)),
                person.number(),
                person.tel(),
                next(known, next),
                true,
                "/constellations/" + known.group());
    }

    private OnCall.Line nobody(Known known, Timeline.@Nullable Stretch next, boolean named) {
        Site.Number team = site.help().dutyTeam();
        Site.Number office = site.help().officeHours();
        String inOffice = words.say("constellations.now.office", office.name(), office.number(), office.hours());
        String then = next(known, next);
        return new OnCall.Line(
                label(known, "constellations.now.nobody", named),
                words.say("constellations.now.team", team.name(), team.hours()),
                team.number(),
                team.tel(),
                then.isEmpty() ? inOffice : inOffice + " " + then,
                false,
                "/constellations/" + known.group());
    }

    private String label(Known known, String key, boolean named) {
        return named ? words.say("constellations.now.in", words.say(key), known.name()) : words.say(key);
    }

    private String next(Known known, Timeline.@Nullable Stretch next) {
        Shift shift = next == null ? null : next.shift();
        String account = shift == null ? null : shift.account();
        return next == null || account == null
                ? ""
                : words.say("constellations.now.next", known.names().of(account).name(), words.moment(next.from()));
    }
}

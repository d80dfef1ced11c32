package hub.forum.constellations.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.constellations.contacts.ContactMaker;
import hub.forum.constellations.contacts.SupportContact;
import hub.forum.constellations.sleepovers.Ask;
import hub.forum.constellations.sleepovers.Sleepover;
import hub.forum.groups.GroupRole;
import hub.forum.groups.Membership;
import hub.platform.figures.FigureTable;
import hub.platform.figures.Suppression;
import hub.platform.time.Times;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Years made up by a seeded generator; each figure is worked out a second way while they are made. */
class YearTableTests {
    private static final int YEAR = 2026;

    private final List<Sleepover> sleepovers = new ArrayList<>();
    private final List<SupportContact> contacts = new ArrayList<>();
    private final List<Membership> members = new ArrayList<>();
    private final Map<String, Long> expected = new HashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyFigureIsTheSameWorkedOutAnotherWay(long seed) {
        Random random = new Random(seed);
        people(random);
        for (int at = 0; at < 200; at++) {
            sleepover(random, at);
        }
        Set<String> atRisk = new HashSet<>();
        for (int at = 0; at < 300; at++) {
            contact(random, at, atRisk);
        }
        expect("at-risk", atRisk.size());
        expect(
                "went-on",
                members.stream()
                        .map(Membership::household)
                        .distinct()
                        .filter(atRisk::contains)
                        .count());
        YearTable table = YearTable.of(YEAR, sleepovers, contacts, members);
        Map<String, Long> found = new HashMap<>();
        table.lines().forEach(line -> found.put(line.name(), line.count()));
        for (Map.Entry<String, Long> figure : found.entrySet()) {
            assertThat(figure.getValue()).as(figure.getKey()).isEqualTo(expected.getOrDefault(figure.getKey(), 0L));
        }
        assertThat(found.keySet()).containsAll(expected.keySet());
        withholdsWhatIsAboutFew(table);
    }

    /** Neither by itself, nor as what is left when a part is taken from the whole. */
    private static void withholdsWhatIsAboutFew(YearTable table) {
        FigureTable shown = Suppression.withoutTotals(table.counts(Function.identity()));
        Map<String, Long> values = new HashMap<>();
        for (int row = 0; row < table.lines().size(); row++) {
            YearTable.Line line = table.lines().get(row);
            Long value = shown.rows().get(row).cells().getFirst().value();
            if (line.people() < 5 || line.count() < 5) {
                assertThat(value).as(line.name()).isNull();
            } else if (value != null) {
                assertThat(value).as(line.name()).isEqualTo(line.count());
                values.put(line.name(), value);
            }
        }
        for (List<String> pair : List.of(List.of("at-risk", "went-on"), List.of("carers", "all-year"))) {
            if (values.keySet().containsAll(pair)) {
                long rest = values.get(pair.getFirst()) - values.get(pair.getLast());
                assertThat(rest == 0 || rest >= 5).as(pair.toString()).isTrue();
            }
        }
    }

    private void people(Random random) {
        for (int at = 0; at < 9; at++) {
            boolean carer = random.nextInt(5) > 0;
            LocalDate since = LocalDate.of(YEAR - 1, 7, 1).plusDays(random.nextInt(700));
            members.add(new Membership(
                    "g:" + at,
                    "g",
                    "carer" + at,
                    "home" + at,
                    GroupRole.MEMBER,
                    carer,
                    1,
                    since.atStartOfDay(Times.LONDON).toInstant(),
                    "nobody"));
            if (carer && since.getYear() < YEAR) {
                expect("all-year", 1);
            }
            if (carer && since.getYear() <= YEAR) {
                expect("carers", 1);
            }
        }
    }

    private void sleepover(Random random, int at) {
        LocalDate day = LocalDate.of(YEAR, 1, 1).plusDays(random.nextInt(420) - 30);
        boolean emergency = random.nextBoolean();
        int nights = random.nextInt(4);
        boolean happened = random.nextInt(3) > 0;
        Instant from = day.atTime(LocalTime.of(16, 0)).atZone(Times.LONDON).toInstant();
        Instant until = day.plusDays(nights)
                .atTime(LocalTime.of(18, 0))
                .atZone(Times.LONDON)
                .toInstant();
        Ask ask = new Ask(emergency, nights > 0, from, until, 1, Set.of(Ask.AgeBand.FIVE_TO_TEN), Set.of(), "");
        sleepovers.add(new Sleepover(
                "s" + at,
                "g",
                "carer" + random.nextInt(12),
                ask,
                happened ? Sleepover.State.HAPPENED : Sleepover.State.CANCELLED,
                from,
                List.of(),
                false,
                "hub",
                null,
                List.of(),
                1));
        if (!happened || day.getYear() != YEAR) {
            return;
        }
        if (nights == 0) {
            expect("day-care", 1);
        } else {
            expect(emergency ? "emergency" : "planned", 1);
            expect("nights", nights);
        }
    }

    private void contact(Random random, int at, Set<String> atRisk) {
        int who = random.nextInt(12);
        LocalDate day = LocalDate.of(YEAR, 1, 1).plusDays(random.nextInt(420) - 30);
        SupportContact.Kind kind = SupportContact.Kind.values()[random.nextInt(SupportContact.Kind.values().length)];
        SupportContact.Risk risk = random.nextInt(30) == 0 ? SupportContact.Risk.YES : SupportContact.Risk.NO;
        contacts.add(ContactMaker.of("c" + at, "g", "carer" + who, "home" + who, day, kind, "", risk, null));
        if (day.getYear() != YEAR) {
            return;
        }
        expect("contact." + kind.slug(), 1);
        if (risk == SupportContact.Risk.YES) {
            atRisk.add("home" + who);
        }
    }

    private void expect(String name, long more) {
        expected.merge(name, more, Long::sum);
    }

    @Test
    void activitiesAndLinksAreCountedAndWhatIsAboutFewIsHeldBackOutside() {
        YearTable table = YearTable.of(2026, List.of(), List.of(), List.of())
                .with(YearTable.activities(3, List.of(4, 3)))
                .with(YearTable.links(6, 4));
        assertThat(table.lines())
                .contains(
                        new YearTable.Line("activities", 3, 4),
                        new YearTable.Line("attended", 7, 4),
                        new YearTable.Line("links", 6, 6),
                        new YearTable.Line("introduced", 4, 4));
        List<List<Object>> outside =
                Suppression.withoutTotals(table.counts(name -> name)).lines("corner", "withheld");
        assertThat(outside)
                .contains(
                        List.of("activities", "withheld"),
                        List.of("attended", "withheld"),
                        List.of("introduced", "withheld"));
    }
}

package hub.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write is what another program reads. */
class CalendarFileTests {
    private static final String ORIGIN = "https://hearth.example.org";
    private static final WallTime START = WallTime.of(LocalDate.of(2027, 6, 2), LocalTime.of(15, 30));
    private static final WallTime END = WallTime.of(LocalDate.of(2027, 6, 2), LocalTime.of(17, 0));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Recording made easier",
                "Tea; cake, and \\ more: \"all\" you need",
                "A first line\nand a second\n\nand a fourth",
                "وقت النوم بعد تغيير الساعة، كل ثلاثاء",
                "👩‍👩‍👧‍👦 families 🏳️‍🌈 ❤️ everyone",
                "Zürich, Kraków; ‘curly’ – dash…",
                "a\\nb\\,c\\;d",
                "END:VEVENT",
            })
    void textsComeBackAsTheyWere(String text) throws Exception {
        VEvent event = only(CalendarFile.single(ORIGIN, titled(text.replace("\n", " "), text)));
        assertThat(event.getSummary().getValue()).isEqualTo(text.replace("\n", " "));
        assertThat(event.getDescription().getValue()).isEqualTo(text);
        assertThat(event.getLocation().getValue()).isEqualTo("Larkhill Family Hub, 3 Hill Road; step-free");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👩‍👩‍👧‍👦", "ä", "漢", "a", "\\", "e\u0301"})
    void linesAreFoldedByBytesAndNeverWithinACharacter(String part) throws Exception {
        for (int before = 60; before < 72; before++) {
            String text = "x".repeat(before) + part.repeat(40);
            byte[] file = CalendarFile.single(ORIGIN, titled(text, text));
            for (String line : new String(file, StandardCharsets.UTF_8).split("\r\n")) {
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
                assertThat(line).doesNotContain("\uFFFD");
            }
            assertThat(only(file).getSummary().getValue()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\n", "\r", "\u2028", "\u2029", "\u0085", "\u000B", "\f", "\n\r\n"})
    void nobodyAddsALineOfTheirOwn(String lineEnd) throws Exception {
        String evil = "Tea" + lineEnd + "ATTACH:https://evil.example" + lineEnd + "END:VEVENT";
        byte[] file = CalendarFile.single(ORIGIN, titled(evil, evil));
        assertThat(new String(file, StandardCharsets.UTF_8).split("[\r\n\u2028\u2029\u0085\u000B\f]+"))
                .noneMatch(line -> line.startsWith("ATTACH"))
                .filteredOn(line -> line.equals("END:VEVENT"))
                .hasSize(1);
        assertThat(only(file).getProperties("ATTACH")).isEmpty();
    }

    @Test
    void controlsAndHalfCharactersAreLeftOut() throws Exception {
        VEvent event = only(CalendarFile.single(ORIGIN, titled("a\u0000b\u0007c\u007Fd\uD83De\tf", "")));
        assertThat(event.getSummary().getValue()).isEqualTo("abcde f");
        assertThat(event.getDescription()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-15T10:00, 2027-01-15T10:00:00Z",
        "2027-07-15T10:00, 2027-07-15T09:00:00Z",
        "2027-03-28T00:30, 2027-03-28T00:30:00Z",
        "2027-03-28T02:30, 2027-03-28T01:30:00Z",
        "2026-10-25T00:30, 2026-10-24T23:30:00Z",
        "2026-10-25T01:30, 2026-10-25T00:30:00Z",
        "2026-10-25T02:30, 2026-10-25T02:30:00Z",
    })
    void timesStandAsTheWallHasThemWithTheirZone(LocalDateTime local, Instant instant) throws Exception {
        WallTime starts = new WallTime(local, ZoneId.of("Europe/London"));
        byte[] file = CalendarFile.single(ORIGIN, at(starts));
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("DTSTART;TZID=Europe/London:" + local.toString().replaceAll("[-:]", "") + "00\r\n");
        DtStart<ZonedDateTime> read = only(file).getDateTimeStart();
        assertThat(read.getDate().withEarlierOffsetAtOverlap().toInstant()).isEqualTo(instant);
    }

    @Test
    void theZoneIsDescribed() throws Exception {
        Calendar calendar = read(CalendarFile.single(ORIGIN, at(START)));
        List<VTimeZone> zones = calendar.getComponents("VTIMEZONE");
        assertThat(zones).hasSize(1);
        assertThat(zones.getFirst().getTimeZoneId().getValue()).isEqualTo("Europe/London");
        assertThat(zones.getFirst().getObservances()).hasSize(2);
    }

    @Test
    void aTimeOfAnotherZoneIsWrittenInUtc() {
        WallTime there = new WallTime(LocalDateTime.parse("2027-06-02T15:30"), ZoneId.of("Asia/Karachi"));
        assertThat(new String(CalendarFile.single(ORIGIN, at(there)), StandardCharsets.UTF_8))
                .contains("DTSTART:20270602T103000Z\r\n");
    }

    @Test
    void aCancelledOneSaysSoUnderItsOldName() throws Exception {
        CalendarEntry entry = new CalendarEntry(
                "one@hearth", 3, Instant.parse("2027-05-01T10:00:00Z"), START, END, "Tea", "", "", "/training/1", true);
        VEvent event = only(CalendarFile.single(ORIGIN, entry));
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("one@hearth");
        assertThat(event.getSequence().getSequenceNo()).isEqualTo(3);
        assertThat(event.getStatus().getValue()).isEqualTo("CANCELLED");
        assertThat(event.getDateTimeStamp().getDate()).isEqualTo(Instant.parse("2027-05-01T10:00:00Z"));
        assertThat(event.getUrl().getValue()).isEqualTo(ORIGIN + "/training/1");
    }

    @Test
    void aCalendarHasANameAndAllItsDates() throws Exception {
        byte[] file = CalendarFile.calendar("Hearth, ours", ORIGIN, List.of(titled("One", ""), titled("Two", "")));
        Calendar calendar = read(file);
        assertThat(calendar.getComponents("VEVENT")).hasSize(2);
        Property name =
                calendar.getProperty("X-WR-CALNAME").map(Property.class::cast).orElseThrow();
        assertThat(name.getValue()).contains("Hearth");
        assertThat(file)
                .isEqualTo(
                        CalendarFile.calendar("Hearth, ours", ORIGIN, List.of(titled("One", ""), titled("Two", ""))));
        assertThat(read(CalendarFile.calendar("Hearth", ORIGIN, List.of())).getComponents("VEVENT"))
                .isEmpty();
    }

    private static CalendarEntry titled(String title, String description) {
        return new CalendarEntry(
                title.hashCode() + "@hearth",
                0,
                Instant.parse("2027-05-01T10:00:00Z"),
                START,
                END,
                title,
                description,
                "Larkhill Family Hub, 3 Hill Road; step-free",
                "",
                false);
    }

    private static CalendarEntry at(WallTime starts) {
        return new CalendarEntry(
                "one@hearth", 0, Instant.parse("2026-05-01T10:00:00Z"), starts, END, "Tea", "", "", "", false);
    }

    private static Calendar read(byte[] file) throws Exception {
        return new CalendarBuilder().build(new ByteArrayInputStream(file));
    }

    private static VEvent only(byte[] file) throws Exception {
        List<VEvent> events = read(file).getComponents("VEVENT");
        assertThat(events).hasSize(1);
        return events.getFirst();
    }
}

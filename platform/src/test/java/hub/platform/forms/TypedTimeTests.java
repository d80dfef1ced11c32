package hub.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times of day as people type them. */
class TypedTimeTests {

    @ParameterizedTest
    @CsvSource({
        "3.30pm, 15:30",
        "3:30pm, 15:30",
        "3.30 pm, 15:30",
        "3.30 p.m., 15:30",
        "3 30 pm, 15:30",
        "3pm, 15:00",
        "3 PM, 15:00",
        "3, 15:00",
        "3.30, 15:30",
        "at 3.30, 15:30",
        "15:30, 15:30",
        "15.30, 15:30",
        "15h30, 15:30",
        "1530, 15:30",
        "930, 09:30",
        "0930, 09:30",
        "330pm, 15:30",
        "15:30pm, 15:30",
        "03:30, 03:30",
        "00:00, 00:00",
        "0:30, 00:30",
        "07:30, 07:30",
        "10, 10:00",
        "10:00, 10:00",
        "9.30, 09:30",
        "11, 11:00",
        "12, 12:00",
        "12.30, 12:30",
        "12am, 00:00",
        "12pm, 12:00",
        "12.30am, 00:30",
        "7am, 07:00",
        "7.30pm, 19:30",
        "8 in the morning, 08:00",
        "8 in the evening, 20:00",
        "3 in the afternoon, 15:00",
        "10 at night, 22:00",
        "noon, 12:00",
        "midday, 12:00",
        "12 noon, 12:00",
        "midnight, 00:00",
        "half past three, 15:30",
        "Half past 3, 15:30",
        "half three, 15:30",
        "half past seven pm, 19:30",
        "half past ten in the morning, 10:30",
        "quarter past ten, 10:15",
        "quarter to four, 15:45",
        "quarter to one, 12:45",
        "ten past three, 15:10",
        "10 past 3, 15:10",
        "5 minutes to 3, 14:55",
        "twenty five to four, 15:35",
        "twenty-five to four, 15:35",
        "three o'clock, 15:00",
        "3 o’clock, 15:00",
        "ten, 10:00",
        "six pm, 18:00",
    })
    void aTimeIsReadAsItWasMeant(String typed, LocalTime time) {
        assertThat(TypedTime.read(typed).time()).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "8", "7.30", "8:15", "half past seven", "quarter to eight", "seven"})
    void sevenAndEightAreAskedAbout(String typed) {
        TypedTime read = TypedTime.read(typed);
        assertThat(read.time()).isNull();
        assertThat(read.unclear()).isEqualTo(Unclear.MORNING_OR_EVENING);
        assertThat(read.about()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25:00",
                "3.75",
                "24",
                "15:30am",
                "tea time",
                "half to three",
                "ten three",
                "75 past 3",
                "3pm-4pm",
                "3.3",
                "10:5"
            })
    void whatIsNoTimeIsKeptAndSaysSo(String typed) {
        TypedTime read = TypedTime.read(typed);
        assertThat(read.time()).isNull();
        assertThat(read.unclear()).isEqualTo(Unclear.NO_TIME);
        assertThat(read).hasToString(typed);
    }

    @Test
    void everyMinuteIsReadBackFromItsFullForm() {
        for (int minute = 0; minute < 24 * 60; minute++) {
            LocalTime time = LocalTime.MIDNIGHT.plusMinutes(minute);
            assertThat(TypedTime.read(TypedTime.of(time).toString()).time()).isEqualTo(time);
        }
    }

    @Test
    void nothingIsNothing() {
        assertThat(TypedTime.read(" ").isEmpty()).isTrue();
        assertThat(TypedTime.read(null).unclear()).isNull();
    }
}

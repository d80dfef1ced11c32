package hub.platform.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates as people type them, on Wednesday 20 May 2026. */
class TypedDateTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-06-03 | 2026-06-03",
                "3/6/26 | 2026-06-03",
                "03/06/2026 | 2026-06-03",
                "3.6.26 | 2026-06-03",
                "3-6-2026 | 2026-06-03",
                "3 6 26 | 2026-06-03",
                "3 / 6 / 2026 | 2026-06-03",
                "3/6 | 2026-06-03",
                "19/5 | 2027-05-19",
                "20/5 | 2026-05-20",
                "3 June | 2026-06-03",
                "3 june 2026 | 2026-06-03",
                "3rd June | 2026-06-03",
                "3rd of June | 2026-06-03",
                "the 3rd of June | 2026-06-03",
                "3 Jun 26 | 2026-06-03",
                "3-Jun-26 | 2026-06-03",
                "3jun | 2026-06-03",
                "June 3 | 2026-06-03",
                "June 3rd, 2026 | 2026-06-03",
                "1 Sept | 2026-09-01",
                "1 Sep. 2026 | 2026-09-01",
                "Wed 3 June | 2026-06-03",
                "Wednesday, 3 June 2026 | 2026-06-03",
                "Wednesday 3 June 2026 | 2026-06-03",
                "Weds 3/6/26 | 2026-06-03",
                "Wed. 3/6/26 | 2026-06-03",
                "1 January | 2027-01-01",
                "31 May | 2026-05-31",
                "29 February | 2028-02-29",
                "29/2/2028 | 2028-02-29",
                "today | 2026-05-20",
                "Tomorrow | 2026-05-21",
                "yesterday | 2026-05-19",
                "the day after tomorrow | 2026-05-22",
                "Tuesday | 2026-05-26",
                "on Tuesday | 2026-05-26",
                "this Tuesday | 2026-05-26",
                "Wednesday | 2026-05-20",
                "next Tuesday | 2026-05-26",
                "next Thursday | 2026-05-28",
                "Thursday | 2026-05-21",
                "Thursday next week | 2026-05-28",
                "Tuesday week | 2026-06-02",
                "last Tuesday | 2026-05-19",
                "tues | 2026-05-26",
                "thurs | 2026-05-21",
                "in 3 days | 2026-05-23",
                "in two weeks | 2026-06-03",
                "a fortnight today | 2026-06-03",
                "a week tomorrow | 2026-05-28",
                "in a week | 2026-05-27",
            })
    void aDateIsReadAsItWasMeant(String typed, LocalDate date) {
        assertThat(TypedDate.read(typed, TODAY).date()).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "31 June | NO_SUCH_DAY | June",
                "31/6/26 | NO_SUCH_DAY | June",
                "29 February 2027 | NO_SUCH_DAY | February 2027",
                "30/2/26 | NO_SUCH_DAY | February 2026",
                "Tuesday 3 June 2026 | OTHER_WEEKDAY | Wednesday 3 June 2026",
                "6/13/26 | NO_DATE | ''",
                "0/6/26 | NO_DATE | ''",
                "99 June | NO_DATE | ''",
                "sometime in June | NO_DATE | ''",
                "June | NO_DATE | ''",
                "3 | NO_DATE | ''",
                "3 June 1066 | NO_DATE | ''",
                "3 June 9999 | NO_DATE | ''",
                "2026-13-01 | NO_DATE | ''",
                "in 10000 days | NO_DATE | ''",
                "marchpane 3 | NO_DATE | ''",
            })
    void whatIsNoDateIsKeptAndSaysWhy(String typed, Unclear why, String about) {
        TypedDate read = TypedDate.read(typed, TODAY);
        assertThat(read.date()).isNull();
        assertThat(read.unclear()).isEqualTo(why);
        assertThat(read.about()).isEqualTo(about);
        assertThat(read).hasToString(typed);
    }

    @Test
    void whatWasUnderstoodIsShownInFullAndReadAgain() {
        TypedDate read = TypedDate.read("next tuesday", TODAY);
        assertThat(read).hasToString("Tuesday 26 May 2026");
        assertThat(TypedDate.read(read.toString(), TODAY.plusDays(30)).date()).isEqualTo(read.date());
    }

    @Test
    void everyDayOfFiveYearsIsReadBackFromItsFullForm() {
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2031; day = day.plusDays(1)) {
            assertThat(TypedDate.read(TypedDate.of(day).toString(), TODAY).date())
                    .isEqualTo(day);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200b"})
    void nothingIsNothing(String typed) {
        TypedDate read = TypedDate.read(typed, TODAY);
        assertThat(read.isEmpty()).isTrue();
        assertThat(read.unclear()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "3 ", "th", " -", "a week "})
    void longNonsenseIsReadAtOnce(String part) {
        assertThat(TypedDate.read(part.repeat(20_000), TODAY).unclear()).isEqualTo(Unclear.NO_DATE);
    }

    @Test
    void anAnswerThatWasNeverReadIsNone() {
        assertThat(new TypedDate("3 June", null, null, null).unclear()).isEqualTo(Unclear.NO_DATE);
    }
}

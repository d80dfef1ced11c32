package hub.resources.training.record;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.resources.audiences.Audience;
import hub.resources.training.courses.Change;
import hub.resources.training.courses.Course;
import hub.resources.training.courses.Mandatory;
import hub.resources.training.courses.Outline;
import hub.resources.training.record.CarerRecord.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CarerRecordTests {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final CarerRecord.Rules RULES = new CarerRecord.Rules(20, 12, 18, 90);

    @Test
    void theStandardsAreDueAfterAYearAndForFamilyAndFriendsAloneAfterAYearAndAHalf() {
        assertThat(of(carer("2026-03-31T09:00:00Z", Role.CARER)).standardsDue()).isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(of(carer("2026-08-31T09:00:00Z", Role.KINSHIP_CARER)).standardsDue())
                .isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(of(carer("2026-03-31T09:00:00Z", Role.CARER, Role.KINSHIP_CARER))
                        .standardsDue())
                .isEqualTo(LocalDate.of(2027, 3, 31));
        assertThat(of(carer(null, Role.CARER)).standardsDue()).isNull();
    }

    @Test
    void theYearBeginsOnTheDayOfTheApprovalInLocalTime() {
        assertThat(of(carer("2020-02-29T09:00:00Z", Role.CARER)).yearBegan()).isEqualTo(LocalDate.of(2026, 2, 28));
        // Half past eleven in the evening in Greenwich is the next day in a British summer.
        assertThat(of(carer("2024-06-10T23:30:00Z", Role.CARER)).yearBegan()).isEqualTo(LocalDate.of(2026, 6, 11));
    }

    @Test
    void whatCountsIsWhatWasAttendedOrConfirmedInThisYear() {
        Account carer = carer("2024-06-10T10:00:00Z", Role.CARER);
        CarerRecord record = of(
                carer,
                learned("2026-06-10T08:00:00Z", 3, Learning.Kind.ATTENDED, null),
                learned("2026-06-09T08:00:00Z", 5, Learning.Kind.ATTENDED, null),
                learned("2026-07-01T08:00:00Z", 1, Learning.Kind.PART, null),
                learned("2026-07-01T08:00:00Z", 2, Learning.Kind.ELSEWHERE, null),
                learned("2026-07-01T08:00:00Z", 0.5, Learning.Kind.ELSEWHERE, "worker"));
        assertThat(record.hoursThisYear()).isEqualTo(4.5);
        assertThat(record.on(6)).isEqualTo(new CarerRecord.OnStandard(6, 4, 9.5));
        assertThat(record.on(1)).isEqualTo(new CarerRecord.OnStandard(1, 0, 0));
    }

    @Test
    void aCourseIsValidThenRunsOutAndIsMissingForWhoeverWasThereForAPartAlone() {
        Account carer = carer("2020-06-10T10:00:00Z", Role.CARER);
        assertThat(standing(of(carer))).isEqualTo(Standing.MISSING);
        assertThat(standing(of(carer, until("2027-02-19T12:00:00Z", Learning.Kind.ATTENDED))))
                .isEqualTo(Standing.VALID);
        assertThat(standing(of(carer, until("2027-02-18T12:00:00Z", Learning.Kind.ATTENDED))))
                .isEqualTo(Standing.EXPIRING);
        assertThat(standing(of(carer, until("2026-11-20T12:00:00Z", Learning.Kind.ATTENDED))))
                .isEqualTo(Standing.EXPIRED);
        assertThat(standing(of(carer, until("2027-02-19T12:00:00Z", Learning.Kind.PART))))
                .isEqualTo(Standing.MISSING);
    }

    @Test
    void whatIsForOthersIsNotAskedFor() {
        assertThat(of(carer("2020-06-10T10:00:00Z", Role.KINSHIP_CARER)).musts())
                .isEmpty();
    }

    private static Standing standing(CarerRecord record) {
        return record.musts().getFirst().standing();
    }

    private static CarerRecord of(Account carer, Learning... all) {
        Outline outline = new Outline(
                "Safeguarding", "To know.", Audience.CARERS, Mandatory.FOSTER_CARERS, 3, List.of(6), 36, "", "", "");
        Course course = Course.fresh("course", outline, new Change("team", NOW, "key"));
        return new CarerRecord(carer, List.of(all), List.of(course), RULES, NOW);
    }

    private static Learning until(String until, Learning.Kind kind) {
        Instant end = Instant.parse(until);
        return new Learning(
                "id",
                "amina",
                "Amina",
                "course",
                "Safeguarding",
                "once",
                NOW.minusSeconds(86_400),
                3,
                List.of(6),
                end,
                kind,
                null);
    }

    private static Learning learned(String on, double hours, Learning.Kind kind, @Nullable String confirmedBy) {
        return new Learning(
                "id",
                "amina",
                "Amina",
                null,
                "Something",
                on,
                Instant.parse(on),
                hours,
                List.of(6),
                null,
                kind,
                confirmedBy);
    }

    private static Account carer(@Nullable String approved, Role... roles) {
        return Account.of(
                "amina",
                null,
                "Amina",
                "home",
                "",
                null,
                Approval.APPROVED,
                Set.of(roles),
                NOW,
                approved == null ? null : Instant.parse(approved));
    }
}

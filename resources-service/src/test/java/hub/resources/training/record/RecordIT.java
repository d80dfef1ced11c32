package hub.resources.training.record;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.platform.identity.Supervisions;
import hub.platform.mongo.Ids;
import hub.resources.ResourcesIT;
import hub.resources.training.TrainingTeam;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.People;
import hub.testkit.TestClock;
import hub.testkit.Words;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** From the register at the door to the record, and the certificate that anybody can check. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordIT {
    private static final Pattern CERTIFICATE = Pattern.compile("/training/certificate/[0-9a-z]{12}");
    private static final Pattern CONFIRM = Pattern.compile("/training/record/[a-z-]+/[0-9a-z]{12}/confirm");

    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    TestClock clock;

    @Autowired
    Supervisions supervisions;

    TrainingTeam team;

    @BeforeAll
    void theTeam() {
        team = new TrainingTeam(browsing.as(people.with("Theo", Role.TRAINING_OFFICER)));
    }

    @Test
    void whoeverIsTickedHasTheHoursAndACertificateThatAnybodyCanCheck() {
        String course = team.course("carers", "Safeguarding", "mandatory", "all-carers");
        String date = team.opens(course, TrainingTeam.inDays(clock.instant(), 5), 10);
        Account amina = people.carer("Amina");
        Account leroy = people.carer("Leroy");
        Account walks = people.carer("Walks In");
        Session aminas = books(amina, date);
        books(leroy, date);
        assertThat(aminas.get("/training/record").body()).contains(Words.of("training.record.standing.missing"));
        assertThat(team.session().post(date + "/register", "there", amina.id()).status())
                .as("before it opens")
                .isEqualTo(409);
        clock.forward(Duration.ofDays(6));
        try {
            assertThat(team.session()
                            .post(date + "/register", "there", amina.id(), "part", leroy.id())
                            .location())
                    .isEqualTo(date + "/register?done=kept");
            assertThat(team.session()
                            .post(date + "/walk-in", "person", walks.name(), "formKey", Ids.next())
                            .status())
                    .isEqualTo(303);
            Page record = aminas.get("/training/record");
            assertThat(record.body())
                    .contains(Words.of("training.record.standing.valid"))
                    .contains(Words.of("training.record.hours.of", "2.5", "20"));
            Matcher link = CERTIFICATE.matcher(record.body());
            assertThat(link.find()).isTrue();
            Page checked = browsing.signedOut().get(link.group());
            assertThat(checked.status()).isEqualTo(200);
            assertThat(checked.body())
                    .contains("Amina", "Safeguarding", "2.5")
                    .doesNotContain("Leroy", amina.id() + "@");
            Page part = browsing.as(leroy).get("/training/record");
            assertThat(part.body())
                    .contains(Words.of("training.record.standing.missing"), Words.of("training.record.kind.part"))
                    .doesNotContain("/training/certificate/");
            assertThat(browsing.as(walks).get("/training/record").body())
                    .contains(Words.of("training.record.standing.valid"));
            assertThat(team.session().get(date).body()).contains(Words.of("training.phase.held"));
        } finally {
            clock.forward(Duration.ofDays(-6));
        }
    }

    @Test
    void theTrainerKeepsTheRegisterOfWhatTheyLeadAndOfNothingElse() {
        Account tom = people.carer("Tom Trainer");
        String course = team.course("carers", "Recording");
        String leads = team.opens(course, TrainingTeam.inDays(clock.instant(), 7), 5, "trainer", "tom trainer");
        String other = team.opens(course, TrainingTeam.inDays(clock.instant(), 8), 5);
        Session trainer = browsing.as(tom);
        assertThat(trainer.get(leads + "/register").status()).isEqualTo(200);
        assertThat(trainer.get(leads + "/people").body()).doesNotContain(Words.of("training.people.add"));
        assertThat(trainer.get(other + "/register").status()).isEqualTo(404);
        assertThat(trainer.get(leads + "/edit").status()).isEqualTo(404);
    }

    @Test
    void theOtherCarerOfTheHouseholdSeesItAndNobodyElseButTheTeam() {
        Account carol = people.ofHousehold("Carol", "fenwick", Approval.APPROVED, Role.CARER);
        Account joe = people.ofHousehold("Joe", "fenwick", Approval.APPROVED, Role.CARER);
        Account other = people.carer("Other");
        Account worker = people.with("Moira", Role.MODERATOR);
        String path = "/training/record/" + carol.id();
        assertThat(browsing.as(joe).get("/training/record").body()).contains("Carol", "Joe");
        assertThat(browsing.as(joe).get(path).status()).isEqualTo(200);
        assertThat(team.session().get(path).body()).contains("Carol", "Joe");
        assertThat(browsing.as(other).get(path).status()).isEqualTo(404);
        assertThat(browsing.as(worker).get(path).status()).isEqualTo(404);
    }

    @Test
    void aSocialWorkerSeesThoseWhomSheSupervisesAndConfirmsWhatTheyLearned() {
        Account carer = people.carer("Supervised");
        people.carer("Not Hers");
        Account priya = people.with("Priya", Role.SUPERVISING_SOCIAL_WORKER);
        Session worker = browsing.as(priya);
        String path = "/training/record/" + carer.id();
        assertThat(worker.get(path).status()).isEqualTo(404);
        supervisions.put(carer.household(), priya.id()).block();
        assertThat(worker.get(path).status()).isEqualTo(200);
        assertThat(worker.get("/training/record").body())
                .contains("href=\"" + path + "\"")
                .doesNotContain("Not Hers");
        assertThat(worker.get("/training/record/not-hers").status()).isEqualTo(404);
        Session told = browsing.as(carer);
        told.post(
                "/training/record",
                "title",
                "A book",
                "date",
                "yesterday",
                "hours",
                "2",
                "formKey",
                told.get("/training/record").formKey());
        Matcher confirm = CONFIRM.matcher(worker.get(path).body());
        assertThat(confirm.find()).isTrue();
        assertThat(worker.post(confirm.group()).status()).isEqualTo(303);
        supervisions.put(carer.household(), null).block();
        assertThat(worker.get(path).status()).isEqualTo(404);
    }

    @Test
    void whatWasLearnedElsewhereCountsWhenItIsConfirmed() {
        Account tells = people.carer("Tells");
        Session carer = browsing.as(tells);
        String key = carer.get("/training/record").formKey();
        Page wrong =
                carer.post("/training/record", "title", "A talk", "date", "yesterday", "hours", "lots", "formKey", key);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"A talk\"", "value=\"lots\"");
        for (int twice = 0; twice < 2; twice++) {
            assertThat(carer.post(
                                    "/training/record",
                                    "title",
                                    "A talk on sleep",
                                    "date",
                                    "yesterday",
                                    "hours",
                                    "1.5",
                                    "standards",
                                    "5",
                                    "formKey",
                                    key)
                            .location())
                    .isEqualTo("/training/record?done=told");
        }
        Page told = carer.get("/training/record");
        assertThat(told.body().split("A talk on sleep", -1)).hasSize(2);
        assertThat(told.body())
                .contains(Words.of("training.record.waits"), Words.of("training.record.hours.of", "0", "20"));
        assertThat(browsing.as(people.with("Helen", Role.STAFF_EDITOR))
                        .get("/training/record/" + tells.id())
                        .status())
                .as("editors write about courses, no more")
                .isEqualTo(404);
        Matcher confirm = CONFIRM.matcher(
                team.session().get("/training/record/" + tells.id()).body());
        assertThat(confirm.find()).isTrue();
        assertThat(carer.post(confirm.group()).status())
                .as("nobody confirms their own")
                .isEqualTo(404);
        assertThat(team.session().post(confirm.group()).status()).isEqualTo(303);
        assertThat(team.session().post(confirm.group()).status())
                .as("the second tap")
                .isEqualTo(303);
        assertThat(carer.get("/training/record").body()).contains(Words.of("training.record.hours.of", "1.5", "20"));
    }

    private Session books(Account account, String date) {
        Session session = browsing.as(account);
        assertThat(session.post(date + "/book", "formKey", session.get(date).formKey())
                        .location())
                .isEqualTo(date + "?done=booked");
        return session;
    }
}

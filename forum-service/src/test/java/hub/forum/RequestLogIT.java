package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.LogWatch;
import hub.testkit.People;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One line for each request: method, pattern of the address, status, time, id. */
@HubIT
class RequestLogIT {
    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Test
    void eachRequestIsOneLineThatTellsNothingOfAnybody() {
        Account amina = people.carer("Amina");
        try (LogWatch log = LogWatch.start()) {
            List<Page> answers = List.of(
                    browsing.as(amina).get("/threads/nosuchthread/a-secret-title?after=Secretquery"),
                    browsing.signedOut().get("/groups/secretgroup/people/secretperson/remove"),
                    browsing.signedOut().get("/help"),
                    browsing.signedOut().get("/secretword/secret"),
                    browsing.as(amina).post("/threads", "text", "Secret words"),
                    browsing.signedOut().get("/assets/secret.svg"));
            // A line is written when all is done, which may be just after the answer has arrived.
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofSeconds(5))
                    .until(() -> log.requests().size() >= answers.size());
            List<String> lines = log.requests();
            assertThat(lines).hasSize(answers.size());
            List<String> begin = List.of(
                    "GET /threads/{id}/{slug} 404 ",
                    "GET /groups/… 302 ",
                    "GET /help 200 ",
                    "GET - 302 ",
                    "POST /threads ",
                    "GET /assets/** 404 ");
            for (int i = 0; i < answers.size(); i++) {
                String id = Objects.requireNonNull(answers.get(i).headers().get("X-Request-Id"));
                assertThat(lines.stream().filter(line -> line.contains(" ms " + id)))
                        .singleElement()
                        .asString()
                        .startsWith(begin.get(i));
            }
            assertThat(log.lines())
                    .noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains("secret"));
        }
    }

    @Test
    void theIdIsMadeHereWhateverSomebodySends() {
        assertThat(browsing.signedOut()
                        .client()
                        .get()
                        .uri("/help")
                        .header("X-Request-Id", "forged\tline")
                        .exchange()
                        .returnResult(String.class)
                        .getResponseHeaders()
                        .get("X-Request-Id"))
                .singleElement()
                .asString()
                .matches("[0-9a-z]{12}");
    }
}

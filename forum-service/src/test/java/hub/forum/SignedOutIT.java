package hub.forum;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.QueryWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A session that was ended is worth nothing, whatever else came in with its cookie at the same moment. */
@HubIT
@Timeout(300)
class SignedOutIT {
    private static final int TRIES = 60;
    private static final int PAGES = 6;

    @Autowired
    ApplicationContext hub;

    @Autowired
    People people;

    @Autowired
    ReactiveSessionRepository<?> repository;

    @Autowired
    ReactiveMongoTemplate mongo;

    private Sessions<?> sessions;
    private WebTestClient client;

    @BeforeEach
    void aBrowser() {
        sessions = new Sessions<>(repository);
        client = WebTestClient.bindToApplicationContext(hub)
                .configureClient()
                .responseTimeout(Duration.ofSeconds(30))
                .build();
    }

    @Test
    void aSessionDoesNotComeBackByPagesThatWereAskedForAtTheSameMoment() throws Exception {
        Account amina = people.carer("Amina Leaves");
        List<String> back = new ArrayList<>();
        int tries = 0;
        while (tries < TRIES) {
            String session = sessions.of(amina);
            Visit visit = new Visit(client, session);
            Visit.Answer page = visit.get("/me");
            unusedFor(session, 120);
            // A busy machine may answer that it is to be tried again.
            if (signedOutBesidePages(visit, page).status() == 302) {
                tries++;
                if (visit.get("/groups").status() != 302) {
                    back.add(session);
                }
            }
        }
        assertThat(back).as("sessions that work again").isEmpty();
    }

    private static Visit.Answer signedOutBesidePages(Visit visit, Visit.Answer page) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Visit.Answer> signOut = threads.submit(() -> visit.post("/sign-out", page));
            for (int each = 0; each < PAGES; each++) {
                threads.submit(() -> visit.get("/groups"));
            }
            return signOut.get();
        }
    }

    /** The last use is written when it is more than a minute ago. */
    private void unusedFor(String session, int seconds) {
        mongo.updateFirst(
                        Query.query(Criteria.where("_id").is(session)).comment(QueryWatch.TEST),
                        Update.update("accessed", Date.from(Instant.now().minusSeconds(seconds))),
                        "sessions")
                .block();
    }
}

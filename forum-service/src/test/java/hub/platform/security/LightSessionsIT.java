package hub.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.ForumService;
import hub.testkit.HubIT;
import hub.testkit.QueryWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.ContextConfiguration;
import reactor.core.publisher.Flux;

@HubIT
@ContextConfiguration(classes = ForumService.class)
class LightSessionsIT {
    @Autowired
    private LightSessions sessions;

    @Autowired
    private ReactiveMongoTemplate mongo;

    private String id;

    @BeforeEach
    void aSession() {
        LightSession fresh = sessions.createSession().block();
        fresh.setAttribute("name", "Amina");
        sessions.save(fresh).block();
        id = fresh.getId();
    }

    private LightSession read() {
        return sessions.findById(id).block();
    }

    private Document stored(String wanted) {
        return mongo.findOne(
                        Query.query(Criteria.where("_id").is(wanted)).comment(QueryWatch.TEST),
                        Document.class,
                        "sessions")
                .block();
    }

    @Test
    void aSessionOfNobodyInParticularIsNotKeptForLong() {
        LightSession fresh = sessions.createSession().block();
        assertThat(fresh.getMaxInactiveInterval()).isEqualTo(Duration.ofMinutes(30));
        fresh.setMaxInactiveInterval(Duration.ofDays(14));
        fresh.changeSessionId();
        sessions.save(fresh).block();
        assertThat(sessions.findById(fresh.getId()).block().getMaxInactiveInterval())
                .as("as the sign-in does it")
                .isEqualTo(Duration.ofDays(14));
    }

    /** As the sign-in does it: a new id is stored at once, and the limit comes after it. */
    @Test
    void fromTheSignInOnTheLimitOfTheSettingsCountsAndUseExtendsIt() {
        LightSession session = read();
        session.changeSessionId();
        sessions.save(session).block();
        session.setMaxInactiveInterval(Duration.ofDays(14));
        sessions.save(session).block();
        id = session.getId();
        assertThat(stored(id).getString("interval")).isEqualTo("PT336H");
        assertThat(untilItExpires()).isBetween(Duration.ofDays(14).minusMinutes(1), Duration.ofDays(14));

        LightSession later = read();
        later.setLastAccessedTime(Instant.now().plus(Duration.ofHours(25)));
        sessions.save(later).block();
        assertThat(untilItExpires()).isGreaterThan(Duration.ofDays(15));
        LightSession changed = read();
        changed.setLastAccessedTime(Instant.now().plus(Duration.ofHours(50)));
        changed.setAttribute("name", "Ruth");
        sessions.save(changed).block();
        assertThat(untilItExpires()).isGreaterThan(Duration.ofDays(16));
        assertThat(read().getMaxInactiveInterval()).isEqualTo(Duration.ofDays(14));
    }

    private Duration untilItExpires() {
        return Duration.between(Instant.now(), stored(id).getDate("expireAt").toInstant());
    }

    @Test
    void ofManyThatChangeASessionAtOnceNoneIsLost() {
        Flux.range(0, 8)
                .map(each -> {
                    LightSession session = read();
                    session.setAttribute("change-" + each, each);
                    return session;
                })
                .collectList()
                .flatMap(all -> Flux.fromIterable(all).flatMap(sessions::save).then())
                .block();
        assertThat(read().getAttributeNames()).hasSize(9);
    }

    @Test
    void whatWasStoredIsReadBack() {
        assertThat(read().<String>getAttribute("name")).isEqualTo("Amina");
    }

    @Test
    void aRequestThatOnlyReadsWritesNothing() {
        Document before = stored(id);
        LightSession session = read();
        session.setLastAccessedTime(Instant.now().plusSeconds(5));
        sessions.save(session).block();
        assertThat(stored(id)).isEqualTo(before);
    }

    @Test
    void theLastUseIsNotedOnceAMinute() {
        Date before = stored(id).getDate("accessed");
        LightSession session = read();
        session.setLastAccessedTime(Instant.now().plus(Duration.ofMinutes(2)));
        sessions.save(session).block();
        assertThat(stored(id).getDate("accessed")).isAfter(before);
    }

    @Test
    void twoRequestsAtOnceKeepEachOthersChanges() {
        LightSession one = read();
        LightSession other = read();
        one.setAttribute("one", 1);
        other.setAttribute("other", 2);
        sessions.save(one).block();
        sessions.save(other).block();
        assertThat(read().<Integer>getAttribute("one")).isEqualTo(1);
        assertThat(read().<Integer>getAttribute("other")).isEqualTo(2);
    }

    @Test
    void whatOneRequestChangesAnotherDoesNotSeeBeforeItIsSaved() {
        LightSession one = read();
        one.setAttribute("name", "Ruth");
        assertThat(read().<String>getAttribute("name")).isEqualTo("Amina");
        sessions.save(one).block();
        assertThat(read().<String>getAttribute("name")).isEqualTo("Ruth");
    }

    @Test
    void aRemovedAttributeIsGone() {
        LightSession session = read();
        session.removeAttribute("name");
        sessions.save(session).block();
        assertThat(read().getAttributeNames()).doesNotContain("name");
    }

    @Test
    void underANewIdTheOldOneIsWorthNothing() {
        LightSession session = read();
        String next = session.changeSessionId();
        sessions.save(session).block();
        assertThat(read()).isNull();
        assertThat(sessions.findById(next).block().<String>getAttribute("name")).isEqualTo("Amina");
        assertThat(stored(id)).isNull();
    }

    @Test
    void aSessionThatWasEndedMeanwhileStaysEnded() {
        LightSession late = read();
        sessions.deleteById(id).block();
        late.setAttribute("name", "Back again");
        sessions.save(late).block();
        assertThat(read()).isNull();
        assertThat(stored(id)).isNull();
    }

    @Test
    void anExpiredSessionIsNone() {
        LightSession session = read();
        session.setAttribute("old", true);
        session.setLastAccessedTime(Instant.now().minus(Duration.ofDays(15)));
        sessions.save(session).block();
        assertThat(read()).isNull();
    }
}

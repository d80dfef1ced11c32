package hub.forum.threads;

import static hub.forum.threads.Conversations.idOf;
import static hub.forum.threads.Conversations.postIn;
import static hub.forum.threads.Conversations.postsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.HubIT;
import hub.testkit.People;
import hub.testkit.Words;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Thanking for a post and the like: one tap, off again by a second, told to its author here alone. */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReactionsIT {
    @Autowired
    People people;

    @Autowired
    Browsing browsing;

    @Autowired
    GroupMaker making;

    Account amina;
    Account joe;
    Account gwen;
    Account outsider;
    Group alder;
    Conversations talk;

    @BeforeAll
    void aConstellation() {
        amina = people.carer("Amina");
        joe = people.carer("Joe");
        gwen = people.carer("Gwen");
        outsider = people.carer("Otto");
        alder = making.aConstellation("Alder reactions")
                .withMembers(amina, joe)
                .facilitatedBy(gwen)
                .there();
        talk = new Conversations(browsing);
    }

    private String reply(Account by, String path, String text) {
        return postIn(browsing.as(by).post(postsOf(path), "text", text));
    }

    private static String reactionsOf(String path, String post) {
        return postsOf(path) + "/" + post + "/reactions";
    }

    private Page react(Account by, String path, String post, String what, String kind) {
        Page answer = browsing.as(by).post(reactionsOf(path, post), what, kind);
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return answer;
    }

    /** The part of a page that is one post. */
    private static String post(String page, String id) {
        String from = page.substring(page.indexOf("id=\"post-" + id + "\""));
        return from.substring(0, from.indexOf("</article>"));
    }

    private String seenBy(Account viewer, String path, String post) {
        return post(browsing.as(viewer).get(path).body(), post);
    }

    @Test
    void oneTapThanksAndASecondTakesItBack() {
        String path = talk.start(amina, alder, "Sleepless", "Any ideas?");
        String post = reply(amina, path, "It worked");
        Page thanked = react(joe, path, post, "give", "thanks");
        assertThat(thanked.location()).isEqualTo(path + "#post-" + post);
        assertThat(seenBy(joe, path, post))
                .contains("name=\"take\" value=\"thanks\" aria-pressed=\"true\"", Words.of("threads.reaction.thanks"))
                .containsOnlyOnce("<b>1</b>");
        assertThat(seenBy(gwen, path, post))
                .contains("name=\"give\" value=\"thanks\" aria-pressed=\"false\"")
                .containsOnlyOnce("<b>1</b>");
        assertThat(seenBy(amina, path, post))
                .as("its author sees it and has no button")
                .contains("<b>1</b>")
                .doesNotContain("name=\"give\"");
        react(joe, path, post, "take", "thanks");
        assertThat(seenBy(joe, path, post)).doesNotContain("<b>").contains("name=\"give\" value=\"thanks\"");
    }

    @Test
    void theSamePartOfTheConversationIsOpenAfterwards() {
        String path = talk.start(amina, alder, "Where I was", "Hello");
        String post = reply(amina, path, "Here");
        Page back = browsing.as(joe).post(reactionsOf(path, post), "give", "hug", "place", "at=" + post);
        assertThat(back.location()).isEqualTo(path + "?at=" + post + "#post-" + post);
        Page elsewhere = browsing.as(joe).post(reactionsOf(path, post), "give", "hug", "place", "//evil.example/?at=x");
        assertThat(elsewhere.location()).isEqualTo(path + "#post-" + post);
    }

    @Test
    void tapsAtTheSameMomentCountOnceAndEachPersonIsCounted() {
        List<Account> many = new ArrayList<>(List.of(joe, gwen));
        String path = talk.start(amina, alder, "Many hands", "Hello");
        String post = reply(amina, path, "Thank me");
        Flux.range(0, 24)
                .flatMap(
                        i -> Mono.fromCallable(() -> react(many.get(i % 2), path, post, "give", "helpful"))
                                .subscribeOn(Schedulers.boundedElastic()),
                        12)
                .blockLast();
        assertThat(seenBy(amina, path, post)).containsOnlyOnce("<b>2</b>");
    }

    @Test
    void namesAreToldToThoseWhoReadThePostAndNobodyElse() {
        String path = talk.start(amina, alder, "Names", "Hello");
        String post = reply(amina, path, "Said");
        react(joe, path, post, "give", "same-here");
        assertThat(browsing.as(gwen).get(reactionsOf(path, post)).body())
                .contains(Words.of("threads.reaction.same-here"), "Joe")
                .doesNotContain(Words.of("threads.reaction.hug"));
        assertThat(browsing.as(outsider).get(reactionsOf(path, post)).status()).isEqualTo(404);
        assertThat(browsing.as(outsider)
                        .post(reactionsOf(path, post), "give", "hug")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anEditKeepsReactionsAndADeletionEndsThem() {
        String path = talk.start(amina, alder, "Kept", "Hello");
        String post = reply(amina, path, "First words");
        react(joe, path, post, "give", "thanks");
        Page edited =
                browsing.as(amina).post(postsOf(path) + "/" + post + "/edit", "text", "Other words", "revision", "0");
        assertThat(edited.status()).as("a reaction is no change of the words").isEqualTo(303);
        assertThat(seenBy(gwen, path, post)).contains("Other words", "<b>1</b>");
        reply(joe, path, "so that the place stays");
        browsing.as(amina).post(postsOf(path) + "/" + post + "/delete");
        assertThat(browsing.as(gwen).get(reactionsOf(path, post)).status()).isEqualTo(404);
        assertThat(browsing.as(joe).post(reactionsOf(path, post), "give", "hug").status())
                .isEqualTo(404);
    }

    @Test
    void whereItIsLockedNothingChanges() {
        String path = talk.start(amina, alder, "Locked", "Hello");
        String post = reply(amina, path, "Said");
        react(joe, path, post, "give", "hug");
        browsing.as(gwen).post("/threads/" + idOf(path) + "/lock", "reason", "Enough for tonight");
        react(joe, path, post, "take", "hug");
        assertThat(seenBy(joe, path, post)).contains("<b>1</b>").doesNotContain("<button");
    }

    @Test
    void itsAuthorIsToldHereAsLongAsItStandsAndNeverAskedAboutMail() {
        Account author = people.carer("Thanked");
        Group group = making.aHiddenGroup("Birch reactions")
                .withMembers(author, joe, amina)
                .there();
        String path = talk.start(author, group, "Packed lunches", "Hello");
        String post = reply(author, path, "Said");
        react(joe, path, post, "give", "thanks");
        react(amina, path, post, "give", "hug");
        String said = Words.of("threads.reaction.notice.say", "Amina", "Packed lunches");
        await().untilAsserted(() -> assertThat(
                        browsing.as(author).get("/notifications").body())
                .contains(said, Words.of("notifications.more", 1)));
        react(amina, path, post, "take", "hug");
        await().untilAsserted(() -> assertThat(
                        browsing.as(author).get("/notifications").body())
                .doesNotContain(said, Words.of("notifications.more", 1))
                .contains(Words.of("threads.reaction.notice.say", "Joe", "Packed lunches")));
        assertThat(browsing.as(author).get("/notifications/choices").body()).doesNotContain("threads.reaction");
    }

    @Test
    void whatHelpedWhoeverAskedStandsAtTheTopToo() {
        String path = talk.start(amina, alder, "What helped", "Any ideas?");
        String answer = reply(joe, path, "Ten minutes a night");
        String top = Words.of("threads.helped", "Amina");
        react(gwen, path, answer, "give", "helpful");
        assertThat(browsing.as(gwen).get(path).body())
                .as("it helped somebody else")
                .doesNotContain(top);
        react(amina, path, answer, "give", "helpful");
        String page = browsing.as(gwen).get(path).body();
        assertThat(page).contains(top, Words.of("threads.helped.by", "Joe"));
        assertThat(page.indexOf("Ten minutes a night")).isLessThan(page.indexOf("Any ideas?"));
        react(amina, path, answer, "take", "helpful");
        assertThat(browsing.as(gwen).get(path).body()).doesNotContain(top);
        react(amina, path, answer, "give", "helpful");
        browsing.as(joe).post(postsOf(path) + "/" + answer + "/delete");
        assertThat(browsing.as(gwen).get(path).body()).doesNotContain(top, "Ten minutes a night");
    }
}

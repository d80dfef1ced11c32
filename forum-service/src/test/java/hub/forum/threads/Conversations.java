package hub.forum.threads;

import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.platform.identity.Account;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import java.util.Arrays;

/** Conversations begun and answered through the pages: {@code talk.start(amina, board, "Bedtimes", "Nobody sleeps")}. */
record Conversations(Browsing browsing) {

    /** @return where it is read */
    String start(Account by, Group group, String title, String text) {
        Session writes = browsing.as(by);
        String key = writes.get("/threads/new?group=" + group.id()).formKey();
        Page started = writes.post("/threads", "group", group.id(), "title", title, "text", text, "formKey", key);
        assertThat(started.status()).as(started.body()).isEqualTo(303);
        return started.location();
    }

    /** The id in where a conversation is read. */
    static String idOf(String path) {
        return path.split("/")[2];
    }

    /** Where replies to the conversation are sent. */
    static String postsOf(String path) {
        return "/threads/" + idOf(path) + "/posts";
    }

    /** The id of the post that this answer leads to. */
    static String postIn(Page answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        return Arrays.stream(answer.location().split("#post-"))
                .reduce((a, b) -> b)
                .orElseThrow();
    }
}

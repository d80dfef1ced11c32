package hub.forum.search;

import static hub.forum.search.Searching.page;
import static hub.forum.search.Searching.soonFinds;
import static org.assertj.core.api.Assertions.assertThat;

import hub.forum.groups.Group;
import hub.forum.groups.GroupMaker;
import hub.platform.identity.Account;
import hub.platform.identity.Approval;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Browsing.Page;
import hub.testkit.Browsing.Session;
import hub.testkit.HubIT;
import hub.testkit.People;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Words are planted in each group: in its name, its purpose, the title of a conversation, what begins it, a reply, a member's name. Everybody asks for
 * each of them, as it is, in part and misspelled, and gets what they may read, with no trace of the others.
 */
@HubIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoFindsWhatIT {
    private static final Set<String> APPROVED = Set.of(
            "carer",
            "social worker",
            "editor",
            "former",
            "safeguarding",
            "newcomer",
            "member",
            "facilitator",
            "moderator",
            "entered",
            "administrator");
    private static final Set<String> READERS = Set.of("member", "facilitator", "entered");
    private static final Set<String> INSIDE = Set.of("member", "facilitator", "entered", "newcomer");
    private static final Set<String> SEE_PEOPLE = Set.of("member", "facilitator", "entered", "administrator");

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    @Autowired
    GroupMaker making;

    private final Map<String, Session> everybody = new LinkedHashMap<>();
    private final Map<String, Set<String>> words = new HashMap<>();

    @BeforeAll
    void wordsInEachGroup() {
        Account member = people.carer("Member");
        Account former = people.carer("Former");
        Account newcomer = people.carer("Newcomer");
        Account facilitator = people.carer("Facilitator");
        Account moderator = people.with("Entered", Role.MODERATOR);
        Account suspended = people.person("Suspended", Approval.SUSPENDED, Role.values());
        everybody.put("signed out", browsing.signedOut());
        everybody.put("awaiting", browsing.as(people.person("Awaiting", Approval.AWAITING, Role.CARER)));
        everybody.put("suspended", browsing.as(suspended));
        everybody.put("ended", browsing.as(people.person("Ended", Approval.ENDED, Role.values())));
        everybody.put("carer", browsing.as(people.carer("Carer")));
        everybody.put("social worker", browsing.as(people.with("Ssw", Role.SUPERVISING_SOCIAL_WORKER)));
        everybody.put("editor", browsing.as(people.with("Editor", Role.STAFF_EDITOR)));
        everybody.put("safeguarding", browsing.as(people.with("Safe", Role.SAFEGUARDING_LEAD)));
        everybody.put("former", browsing.as(former));
        everybody.put("newcomer", browsing.as(newcomer));
        everybody.put("member", browsing.as(member));
        everybody.put("facilitator", browsing.as(facilitator));
        everybody.put("moderator", browsing.as(people.with("Moderator", Role.MODERATOR)));
        everybody.put("entered", browsing.as(moderator));
        everybody.put("administrator", browsing.as(people.with("Administrator", Role.ADMINISTRATOR)));
        for (Group.Privacy privacy : Group.Privacy.values()) {
            String sort = privacy.slug();
            Account named = people.carer("Nightingale" + sort);
            GroupMaker.Plan plan = making.aGroup(privacy, "Zephyr" + sort, "Quagmire" + sort, "Hellebore" + sort);
            if (privacy != Group.Privacy.OPEN) {
                plan.withMembers(member, former, suspended, named)
                        .withNewcomer(newcomer)
                        .facilitatedBy(facilitator);
            }
            Group group = plan.there();
            plant(group, sort, named);
            boolean open = privacy == Group.Privacy.OPEN;
            if (!open) {
                browsing.as(former).post("/groups/" + group.id() + "/leave");
                browsing.as(moderator).post("/groups/" + group.id() + "/enter", "reason", "To answer a call");
            }
            Set<String> listed = privacy == Group.Privacy.HIDDEN ? INSIDE : APPROVED;
            words.put("Zephyr" + sort, listed);
            words.put("Quagmire" + sort, listed);
            words.put("Hellebore" + sort, Set.of());
            words.put("Marzipan" + sort, open ? APPROVED : READERS);
            words.put("Wolfsbane" + sort, open ? APPROVED : READERS);
            words.put("Juniper" + sort, open ? APPROVED : READERS);
            words.put("Nightingale" + sort, open ? APPROVED : SEE_PEOPLE);
            words.put("Mandrake" + sort, Set.of());
        }
    }

    private void plant(Group group, String sort, Account author) {
        Session writes = browsing.as(author);
        Page thread = writes.post(
                "/threads", "group", group.id(), "title", "Marzipan" + sort, "text", "Wolfsbane" + sort + " begins");
        assertThat(thread.status()).as(thread.body()).isEqualTo(303);
        String posts = "/threads/" + thread.location().split("/")[2] + "/posts";
        String gone = writes.post(posts, "text", "Mandrake" + sort + " deleted")
                .location()
                .replaceAll(".*#post-", "");
        writes.post(posts + "/" + gone + "/delete");
        String reply = writes.post(posts, "text", "Juniper" + sort + " replies").location();
        soonFinds(writes, "juniper" + sort, reply.replaceAll(".*#post-", ""));
    }

    @Test
    void eachFindsWhatTheyMayReadAndNoTraceOfTheRest() {
        Set<String> wrong = new TreeSet<>();
        everybody.forEach((who, session) -> words.forEach((word, readers) -> {
            boolean mayRead = readers.contains(who);
            for (String asked : List.of(part(word), misspelled(word))) {
                boolean shown = page(session, asked).body().contains(word);
                // Of what is misspelled the right spelling may be suggested, to those who read it.
                if (shown != mayRead) {
                    wrong.add(who + (shown ? " is shown " : " is not shown ") + word + " for " + asked);
                }
            }
            boolean found = !Searching.found(session, word).isEmpty();
            if (found != mayRead) {
                wrong.add(who + (found ? " finds " : " does not find ") + word);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    /** All but the last letter: what is typed is shown on the page, so it must not be the word itself. */
    private static String part(String word) {
        return word.substring(0, word.length() - 1);
    }

    private static String misspelled(String word) {
        return word.substring(0, 3) + word.substring(4);
    }
}

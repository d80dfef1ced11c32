package hub.resources;

import static org.assertj.core.api.Assertions.assertThat;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Hostile;
import hub.testkit.People;
import hub.testkit.RouteMatrix;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Everything hostile for every address of this service, by a staff editor. */
@ResourcesIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class HostileInputIT {
    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    private Account editor;
    private Hostile hostile;

    @BeforeAll
    void anEditor() {
        editor = people.with("Helen", Role.values());
    }

    @BeforeEach
    void somethingPublished() {
        Desk desk = new Desk(browsing.as(editor));
        String news = desk.publishes("news", "carers", "Coffee mornings");
        String notice = desk.publishes("training-notice", "carers", "Safer caring");
        hostile = new Hostile(
                RouteMatrix.read("/resources-matrix.txt"),
                Map.of(
                        "item", Desk.id(news),
                        "slug", news.replaceAll(".*/", ""),
                        "notice", Desk.id(notice),
                        "noticeSlug", notice.replaceAll(".*/", ""),
                        "topic", "kinship",
                        "piece", "special-guardianship",
                        "standard", "2"),
                browsing.as(editor),
                requestMappingHandlerMapping);
    }

    @Test
    void idsThatAreNone() {
        assertFair(hostile.idsThatAreNone(), 100);
    }

    @Test
    void queriesThatNobodyAsked() {
        assertFair(hostile.queriesThatNobodyAsked(), 500);
    }

    @Test
    void textsInEachFieldOfEachForm() {
        assertFair(hostile.texts().whatIsShown(), 300);
    }

    @Test
    void formsThatAreNone() {
        assertFair(hostile.forms(), 30);
    }

    @Test
    void methodsThatAnAddressDoesNotKnow() {
        assertFair(hostile.methods(), 30);
    }

    @Test
    void formsWhoseTokenDoesNotFit() {
        assertFair(hostile.tokens(browsing.asWithoutToken(editor)), 3);
    }

    private static void assertFair(Hostile tried, int atLeast) {
        assertThat(tried.wrong()).isEmpty();
        assertThat(tried.sent()).isGreaterThan(atLeast);
    }
}

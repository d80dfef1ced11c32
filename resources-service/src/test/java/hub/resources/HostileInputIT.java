package hub.resources;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.HostileInput;
import hub.testkit.RouteMatrix;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Everything hostile for every address of this service, by a staff editor. */
@ResourcesIT
class HostileInputIT extends HostileInput {
    private Account editor;

    HostileInputIT() {
        super(new Counts(100, 500, 300, 30, 30, 3));
    }

    @BeforeAll
    void anEditor() {
        editor = people.with("Helen", Role.values());
    }

    @BeforeEach
    void somethingPublished() {
        Desk desk = new Desk(browsing.as(editor));
        String news = desk.publishes("news", "carers", "Coffee mornings");
        String notice = desk.publishes("training-notice", "carers", "Safer caring");
        tries(
                editor,
                RouteMatrix.read("/resources-matrix.txt"),
                Map.of(
                        "item", Desk.id(news),
                        "slug", news.replaceAll(".*/", ""),
                        "notice", Desk.id(notice),
                        "noticeSlug", notice.replaceAll(".*/", ""),
                        "topic", "kinship",
                        "piece", "special-guardianship",
                        "standard", "2"));
    }
}

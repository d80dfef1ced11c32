package hub.resources;

import hub.platform.identity.Account;
import hub.platform.identity.Role;
import hub.testkit.Browsing;
import hub.testkit.Hostile;
import hub.testkit.HostileInput;
import hub.testkit.People;
import hub.testkit.RouteMatrix;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Everything hostile for every address of this service, by a staff editor. */
@ResourcesIT
class HostileInputIT extends HostileInput {
    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Browsing browsing;

    @Autowired
    People people;

    private Account editor;
    private Hostile hostile;

    HostileInputIT() {
        super(new Counts(100, 500, 300, 30, 30, 3));
    }

    @Override
    protected Hostile hostile() {
        return hostile;
    }

    @Override
    protected Browsing.Session withoutToken() {
        return browsing.asWithoutToken(editor);
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
}

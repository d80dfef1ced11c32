package hub.resources.training;

import hub.resources.PublishedFixture;
import hub.testkit.TestFixture;

/** A training notice. */
@TestFixture
final class TrainingFixture extends PublishedFixture {
    TrainingFixture() {
        super("training-notice", "/training", "notice", "noticeSlug");
    }
}

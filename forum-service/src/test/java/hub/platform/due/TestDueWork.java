package hub.platform.due;

import hub.testkit.TestFixture;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Notes down what was due. */
@TestFixture
class TestDueWork implements DueHandler {
    final List<String> done = new CopyOnWriteArrayList<>();

    @Override
    public String kind() {
        return "test.remind";
    }

    @Override
    public Mono<Void> handle(String subject, Instant due) {
        return Mono.fromRunnable(() -> done.add(subject + " " + due));
    }
}

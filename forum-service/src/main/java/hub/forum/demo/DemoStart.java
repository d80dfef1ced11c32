package hub.forum.demo;

import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Loads the demo at the first start, after the migrations and before the first request: the first thing a visitor sees is alive. */
@Component
@ConditionalOnProperty("hearth.demo")
class DemoStart implements SmartLifecycle {
    private final DemoCommunity community;
    private final DemoStore marks;
    private volatile boolean done;

    DemoStart(DemoCommunity community, DemoStore marks) {
        this.community = community;
        this.marks = marks;
    }

    @Override
    public void start() {
        marks.isLoaded()
                .filter(loaded -> !loaded)
                .flatMap(missing -> community.load().then(marks.loaded()))
                .block(Duration.ofMinutes(5));
        done = true;
    }

    @Override
    public void stop() {
        done = false;
    }

    @Override
    public boolean isRunning() {
        return done;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 2000;
    }
}

package hub.testkit;

import hub.platform.queue.Worker;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.beans.factory.ObjectProvider;

/** The service's clock, which a test may put forward. It goes right again with the next class. */
public final class TestClock extends Clock {
    private final Clock right = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MILLIS));
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final ObjectProvider<Worker> worker;

    TestClock(ObjectProvider<Worker> worker) {
        this.worker = worker;
    }

    /** Puts it forward; what is due then is done. */
    public void forward(Duration by) {
        ahead.updateAndGet(by::plus);
        worker.getObject().wake();
    }

    /** Puts it forward to when a clock in London next shows that time, so that a test does not hang on the hour at which it runs. */
    public void forwardTo(LocalTime time) {
        ZonedDateTime now = instant().atZone(Times.LONDON);
        ZonedDateTime then = now.with(time);
        forward(Duration.between(now, then.isAfter(now) ? then : then.plusDays(1)));
    }

    void reset() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return right.instant().plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public Instant instant() {
                return TestClock.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return TestClock.this.withZone(another);
            }
        };
    }
}

package hub.platform.queue;

import hub.platform.status.Standing;
import hub.platform.status.StatusSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the work in the background is done in time. */
@Component
@Order(60)
class QueueStatus implements StatusSource {
    private static final int MOST_COUNTED = 100;

    private final QueueHealth health;

    QueueStatus(QueueHealth health) {
        this.health = health;
    }

    @Override
    public String of() {
        return "background";
    }

    @Override
    public Mono<Standing> standing() {
        Mono<Long> late = health.standings().map(QueueHealth.Standing::late).reduce(0L, Long::sum);
        return Mono.zip(late, health.setAside(MOST_COUNTED).count()).map(counts -> {
            if (counts.getT2() > 0) {
                return Standing.broken(of(), "failed", counts.getT2(), counts.getT1());
            }
            return counts.getT1() > 0 ? Standing.look(of(), "late", counts.getT1()) : Standing.fine(of(), "done");
        });
    }
}

package hub.forum.constellations.rota;

import hub.platform.due.DueWork;
import hub.platform.time.Times;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Each morning the rota is looked at for hours a week ahead in which nobody is on call. */
@Component
class RotaSchedule {
    static final String COVER = "constellations.cover";

    private static final LocalTime WHEN = LocalTime.of(10, 0);

    private final DueWork due;
    private final Clock clock;

    RotaSchedule(DueWork due, Clock clock) {
        this.due = due;
        this.clock = clock;
    }

    /** To be called in the transaction that changes it, and when it was looked at. */
    Mono<Void> of(Rota rota) {
        return next(rota.id());
    }

    Mono<Void> next(String group) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), Times.LONDON);
        LocalDate day = now.toLocalTime().isBefore(WHEN)
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        return due.atWallTime(COVER, group, day.atTime(WHEN), Times.LONDON);
    }
}

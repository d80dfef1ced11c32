package hub.forum.constellations.rota.web;

import hub.forum.constellations.rota.LastKnown;
import hub.forum.constellations.rota.OnCallNow;
import hub.forum.constellations.rota.RotaWords;
import hub.forum.groups.web.CurrentVisibility;
import hub.platform.help.OnCall;
import hub.platform.identity.Viewer;
import hub.platform.outage.OutageFilter;
import hub.platform.security.SessionLimits;
import hub.platform.time.Times;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.http.HttpCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who is on call, from the rotas of the viewer's constellations; for everybody else what the configuration says. While MongoDB is away, what was known last. */
@Component
@Primary
class RotaOnCall implements OnCall {
    /** A liaison worker holds several; more are on the page of all of them. */
    private static final int MOST = 6;

    private final OnCall configured;
    private final OnCallNow onCall;
    private final LastKnown lastKnown;
    private final CurrentVisibility visibilities;
    private final RotaWords words;
    private final Times times;

    RotaOnCall(
            @Qualifier("onCall") OnCall configured,
            OnCallNow onCall,
            LastKnown lastKnown,
            CurrentVisibility visibilities,
            RotaWords words,
            Times times) {
        this.configured = configured;
        this.onCall = onCall;
        this.lastKnown = lastKnown;
        this.visibilities = visibilities;
        this.words = words;
        this.times = times;
    }

    @Override
    public Mono<List<Line>> now(Viewer viewer, ServerWebExchange exchange) {
        if (!viewer.approved()) {
            return OutageFilter.isAway(exchange)
                    ? Mono.fromSupplier(() -> asKnownLast(exchange))
                    : configured.now(viewer, exchange);
        }
        return unlessAway(exchange, ofRotas(viewer, exchange))
                .flatMap(lines -> lines.isEmpty() ? configured.now(viewer, exchange) : Mono.just(lines));
    }

    private Mono<List<Line>> ofRotas(Viewer viewer, ServerWebExchange exchange) {
        return visibilities.of(exchange).flatMap(onCall::known).map(known -> {
            if (!known.isEmpty()) {
                session(exchange).ifPresent(session -> lastKnown.remember(session, viewer.id(), known));
            }
            return lines(known);
        });
    }

    private List<Line> lines(List<OnCallNow.Known> known) {
        return known.stream().map(one -> onCall.line(one, known.size() > 1)).toList();
    }

    private Mono<List<Line>> unlessAway(ServerWebExchange exchange, Mono<List<Line>> lines) {
        return OutageFilter.ALWAYS.matches(exchange.getRequest().getPath().pathWithinApplication())
                ? lines.timeout(OutageFilter.PATIENCE)
                        .onErrorResume(away -> Mono.fromSupplier(() -> asKnownLast(exchange)))
                : lines;
    }

    private List<Line> asKnownLast(ServerWebExchange exchange) {
        List<OnCallNow.Known> known = session(exchange).map(lastKnown::of).orElseGet(List::of);
        return known.stream()
                .map(one -> {
                    Line line = onCall.line(one, known.size() > 1);
                    String asOf = words.say("constellations.now.lastKnown", times.time(one.at()));
                    return new Line(
                            line.label(),
                            line.name(),
                            line.number(),
                            line.tel(),
                            line.then().isEmpty() ? asOf : asOf + " " + line.then(),
                            line.lit(),
                            null);
                })
                .toList();
    }

    private static Optional<String> session(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getCookies().getFirst(SessionLimits.COOKIE))
                .map(HttpCookie::getValue);
    }
}

package hub.platform.help;

import hub.platform.identity.Viewer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Who among the hub carers is on call. In one process with rotas they say so; elsewhere, and for carers in no constellation, the configuration does. */
public interface OnCall {

    /**
     * Whom to ring now; empty for those who are not to have it.
     *
     * @param exchange the request, by which somebody may be known while nobody can be looked up
     */
    Mono<List<Line>> now(Viewer viewer, ServerWebExchange exchange);

    /**
     * Somebody to ring.
     *
     * @param label what this is: "On call now"
     * @param name who it is, and until when; may be empty
     * @param tel digits only, for a link
     * @param then who is next, and whom to ring besides; may be empty
     * @param lit whether it is somebody on call, rather than who answers when nobody is
     * @param path of a page that says more; null for none
     */
    record Line(
            String label,
            String name,
            String number,
            String tel,
            String then,
            boolean lit,
            @Nullable String path) {}
}

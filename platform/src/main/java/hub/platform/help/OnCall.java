package hub.platform.help;

import hub.platform.identity.Viewer;
import hub.platform.site.Site;
import reactor.core.publisher.Mono;

/** Who among the hub carers is on call. Until there is a rota, what the configuration says; a rota takes its place by being the bean. */
public interface OnCall {

    /** The number to ring now; empty if nobody is on call, or for those who are not to have it. */
    Mono<Site.Number> now(Viewer viewer);
}

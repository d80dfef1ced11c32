package hub.platform.search;

import hub.platform.status.Standing;
import hub.platform.status.StatusSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether everything is found. */
@Component
@Order(50)
class SearchStatus implements StatusSource {
    private final SearchIndex index;

    SearchStatus(SearchIndex index) {
        this.index = index;
    }

    @Override
    public String of() {
        return "search";
    }

    @Override
    public Mono<Standing> standing() {
        return Mono.fromSupplier(() -> index.isWhole()
                ? Standing.fine(of(), "whole", index.size())
                : Standing.look(of(), "making", index.size()));
    }
}

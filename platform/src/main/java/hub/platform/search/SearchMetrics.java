package hub.platform.search;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** How many documents the index has, and whether it is whole. */
@Component
class SearchMetrics implements MeterBinder {
    private final SearchIndex index;

    SearchMetrics(SearchIndex index) {
        this.index = index;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hearth.search.documents", index, SearchIndex::size).register(registry);
        Gauge.builder("hearth.search.whole", index, whole -> whole.isWhole() ? 1 : 0)
                .register(registry);
    }
}

package hub.platform.help;

import hub.platform.site.Site;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** One number for all carers, from {@code onCall} in content/help.yml. */
@Configuration(proxyBeanMethods = false)
class ConfiguredOnCall {

    @Bean
    OnCall onCall(Site site) {
        return (viewer, exchange) -> Mono.just(Optional.ofNullable(site.help().onCall())
                .filter(number -> viewer.carer())
                .map(ConfiguredOnCall::line)
                .map(List::of)
                .orElseGet(List::of));
    }

    private static OnCall.Line line(Site.Number number) {
        return new OnCall.Line(number.name(), number.hours(), number.number(), number.tel(), "", true, null);
    }
}

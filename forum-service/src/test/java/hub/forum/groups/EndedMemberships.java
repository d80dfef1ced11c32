package hub.forum.groups;

import hub.forum.groups.GroupEvents.MembershipEnded;
import hub.platform.events.EventConsumer;
import hub.testkit.TestFixture;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Hears who is in a group no longer. */
@TestFixture
@Configuration(proxyBeanMethods = false)
class EndedMemberships {
    static final List<MembershipEnded> TOLD = new CopyOnWriteArrayList<>();

    @Bean
    EventConsumer testEndings() {
        return EventConsumer.named("test-endings")
                .on(MembershipEnded.class, ended -> Mono.fromRunnable(() -> TOLD.add(ended)));
    }
}

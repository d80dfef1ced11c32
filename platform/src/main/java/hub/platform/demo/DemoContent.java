package hub.platform.demo;

import reactor.core.publisher.Mono;

/**
 * What a feature shows in the demo. A bean; those with a lower {@link org.springframework.core.annotation.Order} are loaded first, and the community's people and groups
 * ({@link #COMMUNITY}) before those that stand on them.
 */
public interface DemoContent {
    /** The order of people, groups and conversations. */
    int COMMUNITY = 0;

    /** The order of whatever needs people and groups to be there. */
    int SCHEMES = 100;

    /** What is noted when it has been loaded, so that what somebody took away does not come again. Never changed afterwards. */
    String name();

    /** Puts it in. Can run again after it was cut off: what is there stays as it is. */
    Mono<Void> load(DemoClock clock);
}

package hub.platform.requests;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How often strangers may do what costs this process memory or work: so often for each network, and so often in all, in a stretch of time that begins with the first.
 * In memory, so each process has its own.
 */
public final class RateLimit {
    private static final String ALL = "";
    private static final int MOST_NETWORKS = 50_000;

    private final int eachNetwork;
    private final int inAll;
    private final Cache<String, AtomicInteger> networks;
    private final Cache<String, AtomicInteger> all;

    public RateLimit(int eachNetwork, int inAll, Duration stretch) {
        this(eachNetwork, inAll, stretch, Ticker.systemTicker());
    }

    public RateLimit(int eachNetwork, int inAll, Duration stretch, Ticker time) {
        this.eachNetwork = eachNetwork;
        this.inAll = inAll;
        this.networks = counts(stretch, time, MOST_NETWORKS);
        this.all = counts(stretch, time, 1);
    }

    private static Cache<String, AtomicInteger> counts(Duration stretch, Ticker time, int most) {
        return Caffeine.newBuilder()
                .expireAfterWrite(stretch)
                .maximumSize(most)
                .ticker(time)
                .build();
    }

    /** Counts once more, and says whether that is still allowed. What is refused for its network does not count for all. */
    public boolean allows(String address) {
        return next(networks, network(address)) <= eachNetwork && next(all, ALL) <= inAll;
    }

    private static int next(Cache<String, AtomicInteger> counts, String key) {
        return counts.get(key, first -> new AtomicInteger()).incrementAndGet();
    }

    /**
     * Whose address it is: a household has one address of the old kind, but 2^64 of the new.
     *
     * @param address as a socket has it; what is no address is taken as it is
     */
    public static String network(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
    }
}

package hub.testkit;

import hub.platform.calendar.CalendarFeeds;
import hub.platform.calendar.FeedSecret;
import hub.platform.identity.Account;
import hub.platform.identity.Accounts;
import hub.platform.identity.Approval;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** The calendar of somebody approved who has no roles: whoever knows its address reads what everybody may. It is the same in all places. */
@TestFixture
final class CalendarFixture implements MatrixFixture {
    private static final String SECRET = FeedSecret.fresh();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Accounts accounts;
    private final CalendarFeeds feeds;

    CalendarFixture(Accounts accounts, CalendarFeeds feeds) {
        this.accounts = accounts;
        this.feeds = feeds;
    }

    @Override
    public Set<String> variables() {
        return Set.of("feed");
    }

    @Override
    public Map<String, String> make(Place place) {
        Account owner = Account.of(
                "calendar-owner",
                "test|calendar-owner",
                "Calendar owner",
                "home-of-calendar-owner",
                "",
                null,
                Approval.APPROVED,
                Set.of(),
                Instant.EPOCH,
                null);
        accounts.addUnlessThere(owner)
                .then(accounts.viewer(owner.id()))
                .flatMap(viewer -> feeds.make(SECRET, viewer))
                .block(PATIENCE);
        return Map.of("feed", SECRET);
    }
}

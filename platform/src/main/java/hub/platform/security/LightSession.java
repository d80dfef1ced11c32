package hub.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A request's own view of a session: what it reads is a copy, what it changes is noted, so that little has to be written. */
final class LightSession implements Session {
    private final MapSession now;
    private @Nullable String storedId;
    private Instant storedAccess;
    private Duration storedIdle;
    private final Map<String, @Nullable Object> changes = new HashMap<>();

    private LightSession(MapSession now, @Nullable String storedId) {
        this.now = now;
        this.storedId = storedId;
        this.storedAccess = now.getLastAccessedTime();
        this.storedIdle = now.getMaxInactiveInterval();
    }

    static LightSession fresh(Duration idle) {
        MapSession session = new MapSession();
        session.setMaxInactiveInterval(idle);
        return new LightSession(session, null);
    }

    static LightSession of(Session stored) {
        return new LightSession(new MapSession(stored), stored.getId());
    }

    /** The id under which it is stored; null if it is not stored yet. */
    @Nullable
    String storedId() {
        return storedId;
    }

    boolean hasOtherId() {
        return !getId().equals(storedId);
    }

    boolean isChanged() {
        return !changes.isEmpty() || isLimitChanged();
    }

    /** How long ago the last use was that the store knows of. */
    Duration sinceStoredAccess() {
        return Duration.between(storedAccess, getLastAccessedTime());
    }

    /** What is here now is stored. */
    void stored() {
        storedId = getId();
        storedAccess = getLastAccessedTime();
        storedIdle = getMaxInactiveInterval();
        changes.clear();
    }

    /** Makes in a stored session the changes that were made here. The limit first: the stored one counts from it when its last use is set. */
    void changeAlso(Session stored) {
        changes.forEach(stored::setAttribute);
        if (isLimitChanged()) {
            stored.setMaxInactiveInterval(getMaxInactiveInterval());
        }
        stored.setLastAccessedTime(getLastAccessedTime());
    }

    void copyTo(Session stored) {
        getAttributeNames().forEach(name -> stored.setAttribute(name, getRequiredAttribute(name)));
        stored.setLastAccessedTime(getLastAccessedTime());
    }

    private boolean isLimitChanged() {
        return !storedIdle.equals(getMaxInactiveInterval());
    }

    @Override
    public String getId() {
        return now.getId();
    }

    @Override
    public String changeSessionId() {
        return now.changeSessionId();
    }

    @Override
    public <T> @Nullable T getAttribute(String name) {
        return now.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return now.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        now.setAttribute(name, value);
        changes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        now.removeAttribute(name);
        changes.put(name, null);
    }

    @Override
    public Instant getCreationTime() {
        return now.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        now.setLastAccessedTime(time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return now.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        now.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return now.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return now.isExpired();
    }
}

package hub.platform.mongo;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Where a page of a list begins that is sorted by a field and, among equals, by id. Those with the very value that were on the page before are left
 * out by a "nor", which is answered within the index.
 */
public final class PageKey {
    private PageKey() {}

    /** What comes behind the last one of the page before, in a list that rises. */
    public static Criteria after(String field, Object value, String id) {
        return both(where(field).gte(value), where(field).is(value).and("_id").lte(id));
    }

    /** What comes behind the last one of the page before, in a list that falls. */
    public static Criteria before(String field, Object value, String id) {
        return both(where(field).lte(value), where(field).is(value).and("_id").gte(id));
    }

    private static Criteria both(Criteria from, Criteria seen) {
        return new Criteria().andOperator(from, new Criteria().norOperator(seen));
    }
}

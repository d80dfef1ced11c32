package hub.forum.accounts.imports;

import java.time.Instant;
import java.util.List;

/**
 * A table that was read and tried.
 *
 * @param rows empty once they are brought in: from then on the accounts say who they are
 * @param brought the accounts that were new, once they are brought in
 * @param changed how many others were changed
 * @param written whether the new ones have been written to
 * @param endsAt it is forgotten then
 */
record PeopleImport(
        String id,
        String by,
        Instant at,
        State state,
        List<ImportRow> rows,
        List<String> brought,
        int changed,
        boolean written,
        Instant endsAt,
        int version) {
    enum State {
        READY,
        DONE
    }

    PeopleImport {
        rows = List.copyOf(rows);
        brought = List.copyOf(brought);
    }

    static PeopleImport ready(String id, String by, List<ImportRow> rows, Instant at, Instant endsAt) {
        return new PeopleImport(id, by, at, State.READY, rows, List.of(), 0, false, endsAt, 1);
    }

    PeopleImport done(List<String> fresh, int others) {
        return new PeopleImport(id, by, at, State.DONE, List.of(), fresh, others, written, endsAt, version + 1);
    }

    PeopleImport writtenTo() {
        return new PeopleImport(id, by, at, state, rows, brought, changed, true, endsAt, version + 1);
    }

    boolean isReady() {
        return state == State.READY;
    }
}

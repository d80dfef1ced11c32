package hub.platform.search;

import java.io.IOException;

/** What may stand in the log of a failure while searching or indexing: in messages there can be the words of a question or of a document. */
final class Failures {
    private Failures() {}

    /** What it was, where, and why; of files that could not be read or written, which. */
    static String said(Throwable failure) {
        StringBuilder said = new StringBuilder(
                failure instanceof IOException
                        ? failure.toString()
                        : failure.getClass().getName());
        StackTraceElement[] where = failure.getStackTrace();
        if (where.length > 0) {
            said.append(" at ").append(where[0]);
        }
        Throwable cause = failure.getCause();
        return cause == null || cause == failure
                ? said.toString()
                : said.append(" because of ").append(said(cause)).toString();
    }
}

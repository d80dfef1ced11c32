/** That somebody was warned by the guard and posted all the same, in the audit log: who, what kinds of words, why; never the words. */
@NullMarked
package hub.platform.guard.choices;

import org.jspecify.annotations.NullMarked;

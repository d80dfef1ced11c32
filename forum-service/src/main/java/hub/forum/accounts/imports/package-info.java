/**
 * People who come from a table: read, tried as a whole, shown, and brought in all or none. Nobody is written to before somebody presses the button for it. Whoever has
 * an account is found by the email address, so the same table can come again with changes.
 */
@NullMarked
package hub.forum.accounts.imports;

import org.jspecify.annotations.NullMarked;

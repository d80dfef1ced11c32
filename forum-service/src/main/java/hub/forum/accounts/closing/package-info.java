/**
 * Accounts that are closed for good (UK GDPR, article 17): asked for by the person, who has two weeks to think better of it, or written down by an administrator when a letter asks for it.
 * What goes and what stays is what each feature declares of its collections ({@link hub.platform.words.Closing}).
 */
@NullMarked
package hub.forum.accounts.closing;

import org.jspecify.annotations.NullMarked;

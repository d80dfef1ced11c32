/**
 * Letters to people's own addresses. A feature declares a {@link hub.platform.mail.MailKind} and asks {@link hub.platform.mail.Mails} to send one, in the
 * transaction of its cause; the letter is written when it goes out, with the rights of that moment, so that nothing goes to whoever lost them meanwhile. A
 * server that is away loses nothing. Where no server is named, letters are put into the post box, where each person
 * reads their own.
 *
 * <p>A letter says which kind of thing waits, never what was said: mail is read over shoulders and on shared tablets.
 */
@NullMarked
package hub.platform.mail;

import org.jspecify.annotations.NullMarked;

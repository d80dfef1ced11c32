/** Where carers talk: groups, threads, moderation, home. Each package below is a feature and names the first segment of its addresses. */
@NullMarked
package hub.forum;

import org.jspecify.annotations.NullMarked;

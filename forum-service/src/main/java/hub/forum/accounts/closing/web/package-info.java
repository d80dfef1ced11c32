@NullMarked
package hub.forum.accounts.closing.web;

import org.jspecify.annotations.NullMarked;

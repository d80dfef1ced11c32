@NullMarked
package hub.forum.accounts.web;

import org.jspecify.annotations.NullMarked;

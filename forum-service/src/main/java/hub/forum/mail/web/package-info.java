@NullMarked
package hub.forum.mail.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package hub.forum.audit.web;

import org.jspecify.annotations.NullMarked;

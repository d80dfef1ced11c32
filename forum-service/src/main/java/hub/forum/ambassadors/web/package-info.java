@NullMarked
package hub.forum.ambassadors.web;

import org.jspecify.annotations.NullMarked;

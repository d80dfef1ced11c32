@NullMarked
package hub.forum.visits.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package hub.forum.places.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package hub.forum.guidance.web;

import org.jspecify.annotations.NullMarked;

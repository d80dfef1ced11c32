@NullMarked
package hub.forum.figures.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package hub.forum.mentoring.web;

import org.jspecify.annotations.NullMarked;

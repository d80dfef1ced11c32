@NullMarked
package hub.forum.threads.web;

import org.jspecify.annotations.NullMarked;

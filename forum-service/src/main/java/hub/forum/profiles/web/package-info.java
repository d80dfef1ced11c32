@NullMarked
package hub.forum.profiles.web;

import org.jspecify.annotations.NullMarked;

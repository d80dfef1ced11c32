@NullMarked
package hub.forum.moderation.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package hub.forum.conversations.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package hub.forum.enquiries.web;

import org.jspecify.annotations.NullMarked;

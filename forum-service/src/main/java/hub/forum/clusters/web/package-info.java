@NullMarked
package hub.forum.clusters.web;

import org.jspecify.annotations.NullMarked;

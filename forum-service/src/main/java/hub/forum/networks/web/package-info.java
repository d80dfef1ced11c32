/** Pages of networks. */
@NullMarked
package hub.forum.networks.web;

import org.jspecify.annotations.NullMarked;

/** The pages of campaigns. */
@NullMarked
package hub.resources.campaigns.web;

import org.jspecify.annotations.NullMarked;

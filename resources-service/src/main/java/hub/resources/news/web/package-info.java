/**
 * The pages of {@code /news}.
 */
@NullMarked
package hub.resources.news.web;

import org.jspecify.annotations.NullMarked;

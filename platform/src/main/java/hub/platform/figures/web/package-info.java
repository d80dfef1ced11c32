/** Figures and CSV as answers, and in the style guide. */
@NullMarked
package hub.platform.figures.web;

import org.jspecify.annotations.NullMarked;

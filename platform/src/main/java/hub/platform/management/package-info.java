/**
 * Health and metrics, on a port of their own and only where one is asked for ({@code HEARTH_MANAGEMENT_PORT}); without one nothing is measured.
 */
@NullMarked
package hub.platform.management;

import org.jspecify.annotations.NullMarked;

/** Consent to what is shown of somebody: each thing by itself, dated, and taken back at once. */
@NullMarked
package hub.platform.consents;

import org.jspecify.annotations.NullMarked;

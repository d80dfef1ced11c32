/** Pages of support contacts. */
@NullMarked
package hub.forum.constellations.contacts.web;

import org.jspecify.annotations.NullMarked;

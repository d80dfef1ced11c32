package hub.platform.forms;

import org.jspecify.annotations.Nullable;

/**
 * One of the choices of a list, for {@code parts/forms}.
 *
 * @param hint below it; null for none
 */
public record Choice(String value, String label, @Nullable String hint) {}

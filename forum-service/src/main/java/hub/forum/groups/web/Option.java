package hub.forum.groups.web;

import org.jspecify.annotations.Nullable;

/** One of the choices of a list, for parts/forms. */
record Option(String value, String label, @Nullable String hint) {}

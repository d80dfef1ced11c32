/**
 * The confidentiality guard: finds in a text what could tell who a child is, before it is posted. It knows lists of words and looks at the words around them; it learns nothing,
 * asks nobody, and keeps nothing of what it reads. It warns and never forbids: what to do with a finding is the writer's to decide ({@code @Careful} on a form's field).
 */
@NullMarked
package hub.platform.guard;

import org.jspecify.annotations.NullMarked;

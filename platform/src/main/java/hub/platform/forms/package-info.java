/**
 * Forms. A form costs its record, its template and one line in the controller:
 *
 * <pre>
 * record Reason(&#64;Text(least = 3, most = 500, missing = "threads.reason.missing", message = "threads.reason.tooLong") String reason) {
 *     Reason { reason = InputText.line(reason); }
 * }
 *
 * &#64;PostMapping("/threads/{id}/lock")
 * Mono&lt;Rendering&gt; lock(&#64;PathVariable String id, Form&lt;Reason&gt; form, Visibility visibility) {
 *     return form.submit(sent -&gt; moderation.lock(id, sent.reason(), visibility).map(...seeOther), again -&gt; page(id, again, visibility));
 * }
 * </pre>
 *
 * The record cleans what was typed in its constructor (a field that was not sent arrives as null); its rules are declared on it (Jakarta Validation, messages are keys of the
 * bundles), and what depends on several answers is said in {@link hub.platform.forms.Checked}. What is wrong, and what a service refuses
 * ({@code Rejected}), comes back beside its field with the answers kept.
 *
 * <p>A date or a time is asked for as a {@link hub.platform.forms.TypedDate} or {@link hub.platform.forms.TypedTime} with {@link hub.platform.forms.Understood} on it and
 * {@code parts/forms :: date} or {@code :: time} in the page: people type it as they would say it. The two together are a {@code WallTime} ({@code hub.platform.calendar}), which
 * refuses a time that the clocks pass over.
 *
 * <p>A file is a component of the type {@code Upload}, as {@code hub.platform.files} says. Which fields people write in, {@link hub.platform.forms.TypedFields} reads from the records: it is given back
 * when a form cannot be taken.
 */
@NullMarked
package hub.platform.forms;

import org.jspecify.annotations.NullMarked;

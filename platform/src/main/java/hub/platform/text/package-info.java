/** Text from people: Markdown made safe, lines made clean. */
@NullMarked
package hub.platform.text;

import org.jspecify.annotations.NullMarked;

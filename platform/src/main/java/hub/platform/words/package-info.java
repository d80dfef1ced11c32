/** Where the hub keeps words that people wrote: the declaration that each feature gives of each of its collections. */
@NullMarked
package hub.platform.words;

import org.jspecify.annotations.NullMarked;

/** Measures the hub as it is started by {@code ./hub start}, from outside, beside references in the same run. */
@NullMarked
package hub.bench;

import org.jspecify.annotations.NullMarked;

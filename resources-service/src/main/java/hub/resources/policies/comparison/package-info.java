/** What is different between two versions, by clause and in words. */
@NullMarked
package hub.resources.policies.comparison;

import org.jspecify.annotations.NullMarked;

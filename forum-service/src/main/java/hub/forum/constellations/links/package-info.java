/**
 * Cultural links: a carer seeks somebody who knows a culture, a faith, a language, hair and skin care, food or a place; carers offer what they know, each thing by its own consent; the liaison worker
 * proposes, both agree, and the two have a conversation of their own. Source of the rule: the Mockingbird programme's cultural links. Who asks and who offers is known to their liaison workers alone.
 */
@NullMarked
package hub.forum.constellations.links;

import org.jspecify.annotations.NullMarked;

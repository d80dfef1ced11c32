/**
 * Finding words in all that features hold. A feature declares what can be found as a {@link hub.platform.search.SearchSource} and what a viewer
 * reads as {@link hub.platform.search.SearchKeys}; {@link hub.platform.search.Search} is what a page asks. Each process has an index of its own
 * (Lucene) in its folder, follows the changes of the sources' collections from a position that it keeps in the index, and makes it anew beside
 * serving when it is missing, damaged, of another version or of another database.
 *
 * <p>The index only says which documents have the words. What a page shows of them is read from the source again, for the viewer, in the same
 * request: what was taken back, hidden or left a moment ago is not shown, however old the index is. Words that are suggested come from what was
 * read so, and scores depend on the document alone, so that neither tells of what others wrote. See docs/adr/0014-search.md.
 */
@NullMarked
package hub.platform.search;

import org.jspecify.annotations.NullMarked;

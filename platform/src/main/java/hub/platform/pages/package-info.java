/**
 * How every page is made: {@code Pages.show("threads/thread", record)} names a template and the one record that it shows, as {@code page}. Behind that call
 * the template gets the viewer, the site and the form token, stands in {@code layout :: page}, and is written as a whole.
 *
 * <p>What is the same for many readers is rendered once: {@code <th:block hearth:cached="parts/post :: post" hearth:for="${value}"/>} puts the fragment's HTML for
 * that value, from memory where an equal value was shown before. The fragment sees the value as {@code it} and nothing else: no viewer, no form token. So what is kept depends
 * on nothing but what it is kept under, and cannot show one person what was made for another. See docs/adr/0012-one-way-to-make-a-page.md.
 *
 * <p>A controller whose answer is empty answers 404: what a viewer may not know of is empty, like what never was.
 */
@NullMarked
package hub.platform.pages;

import org.jspecify.annotations.NullMarked;

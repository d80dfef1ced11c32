/** The pages of an import of people. */
@NullMarked
package hub.forum.accounts.imports.web;

import org.jspecify.annotations.NullMarked;

/** Migrations, leases, ids, transactions. */
@NullMarked
package hub.platform.mongo;

import org.jspecify.annotations.NullMarked;

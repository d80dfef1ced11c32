/** The gateway to the database: collections, transactions, migrations, leases, ids. */
@NullMarked
package hub.platform.mongo;

import org.jspecify.annotations.NullMarked;

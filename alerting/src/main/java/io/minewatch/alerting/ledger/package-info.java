/** The hash chain of the ledger: how a row is digested, and what tells that one was changed. */
@NullMarked
package io.minewatch.alerting.ledger;

import org.jspecify.annotations.NullMarked;

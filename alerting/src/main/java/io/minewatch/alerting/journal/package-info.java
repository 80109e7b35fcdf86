/** The durable record in a relational database: journal, ledger, findings, due times, outboxes. */
@NullMarked
package io.minewatch.alerting.journal;

import org.jspecify.annotations.NullMarked;

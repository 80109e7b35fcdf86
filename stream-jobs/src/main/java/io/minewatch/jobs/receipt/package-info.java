/** Receipts for gateways: of what a job has kept, told only after the checkpoint that holds it. */
@NullMarked
package io.minewatch.jobs.receipt;

import org.jspecify.annotations.NullMarked;

/**
 * Reconciliation for hidden faces (隐蔽工作面): what a shift of a mine took, against what it says it
 * did, by the mine's own baseline.
 */
@NullMarked
package io.minewatch.alerting.reconcile;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.minewatch.alerting.reconcile;

import org.jspecify.annotations.NullMarked;

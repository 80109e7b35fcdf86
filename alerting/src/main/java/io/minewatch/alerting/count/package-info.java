/** What the chain did, counted in the regulator's own form. */
@NullMarked
package io.minewatch.alerting.count;

import org.jspecify.annotations.NullMarked;

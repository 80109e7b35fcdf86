/** Which zones a danger reaches, and whether people are out before it does. */
@NullMarked
package io.minewatch.alerting.danger;

import org.jspecify.annotations.NullMarked;

/** Accidents, and the clocks of the reports that they owe to the authorities; pure. */
@NullMarked
package io.minewatch.alerting.accident;

import org.jspecify.annotations.NullMarked;

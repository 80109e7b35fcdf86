/** Loudspeakers, lamps, tags and sirens at the mine, over the broker. */
@NullMarked
package io.minewatch.alerting.notify.broadcast;

import org.jspecify.annotations.NullMarked;

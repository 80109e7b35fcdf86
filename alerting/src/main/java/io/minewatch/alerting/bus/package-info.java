/**
 * Our line to the broker: takes findings durably, live values as they come, publishes the outbox.
 */
@NullMarked
package io.minewatch.alerting.bus;

import org.jspecify.annotations.NullMarked;

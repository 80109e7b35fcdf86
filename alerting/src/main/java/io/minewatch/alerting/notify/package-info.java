/**
 * What a channel is: one folder each below, all passing one contract. No channel runs a command.
 */
@NullMarked
package io.minewatch.alerting.notify;

import org.jspecify.annotations.NullMarked;

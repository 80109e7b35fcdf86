/** The console as a channel: every page of the mine shows and sounds what is not answered. */
@NullMarked
package io.minewatch.alerting.notify.console;

import org.jspecify.annotations.NullMarked;

/** What a watchdog outside the path makes of what it sees of the platform. */
@NullMarked
package io.minewatch.alerting.watchdog;

import org.jspecify.annotations.NullMarked;

/** OASIS CAP 1.2: a feed of our alerts, and the reading of warnings of others. */
@NullMarked
package io.minewatch.alerting.notify.cap;

import org.jspecify.annotations.NullMarked;

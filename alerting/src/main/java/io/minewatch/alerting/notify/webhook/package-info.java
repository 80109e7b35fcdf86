/** Signed HTTP messages to another system. */
@NullMarked
package io.minewatch.alerting.notify.webhook;

import org.jspecify.annotations.NullMarked;

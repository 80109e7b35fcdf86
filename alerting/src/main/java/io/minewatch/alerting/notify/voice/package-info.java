/** Telephone calls through an adapter. */
@NullMarked
package io.minewatch.alerting.notify.voice;

import org.jspecify.annotations.NullMarked;

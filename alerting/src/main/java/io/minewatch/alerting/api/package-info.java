/** The HTTP API and its event stream, behind the gate of {@code access}. */
@NullMarked
package io.minewatch.alerting.api;

import org.jspecify.annotations.NullMarked;

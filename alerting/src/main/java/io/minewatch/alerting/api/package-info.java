/**
 * The HTTP API, its event stream and its gate: who may do what is decided here and nowhere else.
 */
@NullMarked
package io.minewatch.alerting.api;

import org.jspecify.annotations.NullMarked;

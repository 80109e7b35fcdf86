/**
 * The supervised MQTT 5 client that every program of the product uses: it acknowledges by hand,
 * reconnects for ever, and sends again what was not confirmed.
 */
@NullMarked
package io.minewatch.ingest.mqtt;

import org.jspecify.annotations.NullMarked;

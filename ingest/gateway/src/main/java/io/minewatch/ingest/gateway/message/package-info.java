/** What the gateway carries: wire messages, checked before they are taken. */
@NullMarked
package io.minewatch.ingest.gateway.message;

import org.jspecify.annotations.NullMarked;

/** The port through which files become messages, and the formats that the gateway knows itself. */
@NullMarked
package io.minewatch.ingest.gateway.bridge;

import org.jspecify.annotations.NullMarked;

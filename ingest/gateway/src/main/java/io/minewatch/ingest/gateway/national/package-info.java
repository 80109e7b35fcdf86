/** The national text files as messages: between the reader of files and the port of the gateway. */
@NullMarked
package io.minewatch.ingest.gateway.national;

import org.jspecify.annotations.NullMarked;

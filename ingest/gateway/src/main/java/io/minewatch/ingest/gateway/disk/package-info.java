/**
 * The durable queue: what is in it has a sequence and survives the death of the process; so does
 * what was seen of drop folders.
 */
@NullMarked
package io.minewatch.ingest.gateway.disk;

import org.jspecify.annotations.NullMarked;

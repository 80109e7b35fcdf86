/** Decides what is sent next, in which lane, what is sent again, and what may be forgotten. */
@NullMarked
package io.minewatch.ingest.gateway.forward;

import org.jspecify.annotations.NullMarked;

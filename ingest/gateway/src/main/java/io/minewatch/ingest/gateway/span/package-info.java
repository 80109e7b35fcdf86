/** Sets of sequence numbers, kept as runs: a backlog of days is a few numbers. */
@NullMarked
package io.minewatch.ingest.gateway.span;

import org.jspecify.annotations.NullMarked;

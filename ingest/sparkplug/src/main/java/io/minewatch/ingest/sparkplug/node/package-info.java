/**
 * Follows edge nodes through births, sequences and deaths; decides what of theirs can be believed.
 */
@NullMarked
package io.minewatch.ingest.sparkplug.node;

import org.jspecify.annotations.NullMarked;

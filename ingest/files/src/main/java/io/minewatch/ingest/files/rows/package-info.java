/** From fields to meaning: one record in, one value or one refusal out. */
@NullMarked
package io.minewatch.ingest.files.rows;

import org.jspecify.annotations.NullMarked;

/** What a file turned out to hold, and what was refused. */
@NullMarked
package io.minewatch.ingest.files.found;

import org.jspecify.annotations.NullMarked;

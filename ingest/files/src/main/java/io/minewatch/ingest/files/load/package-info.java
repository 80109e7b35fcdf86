/** Loads the built-in tables, and a mine's own lines over them. */
@NullMarked
package io.minewatch.ingest.files.load;

import org.jspecify.annotations.NullMarked;

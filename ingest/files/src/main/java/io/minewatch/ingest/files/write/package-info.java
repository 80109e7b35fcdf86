/** The way back: files as a mine's system would write them. */
@NullMarked
package io.minewatch.ingest.files.write;

import org.jspecify.annotations.NullMarked;

/** The fields of each format as data: which, in what order, and how well that order is known. */
@NullMarked
package io.minewatch.ingest.files.table;

import org.jspecify.annotations.NullMarked;

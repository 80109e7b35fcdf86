/** Invented mines of differing size, any number of them from one seed, and their registry files. */
@NullMarked
package io.minewatch.ingest.fleet;

import org.jspecify.annotations.NullMarked;

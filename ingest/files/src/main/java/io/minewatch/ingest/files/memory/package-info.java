/** Which files were already taken, and what in them is older than what is known. */
@NullMarked
package io.minewatch.ingest.files.memory;

import org.jspecify.annotations.NullMarked;

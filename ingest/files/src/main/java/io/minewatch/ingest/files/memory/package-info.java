/** Which files were already taken, and which are older than what is known. */
@NullMarked
package io.minewatch.ingest.files.memory;

import org.jspecify.annotations.NullMarked;

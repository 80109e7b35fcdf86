/** From bytes to fields: character set, separator, end mark, header, local times. */
@NullMarked
package io.minewatch.ingest.files.layout;

import org.jspecify.annotations.NullMarked;

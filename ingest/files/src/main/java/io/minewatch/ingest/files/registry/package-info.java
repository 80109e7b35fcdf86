/** What a definition file would change in the registry, for a person to confirm. */
@NullMarked
package io.minewatch.ingest.files.registry;

import org.jspecify.annotations.NullMarked;

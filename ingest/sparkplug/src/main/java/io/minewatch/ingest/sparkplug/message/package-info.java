/** What a Sparkplug B message says, free of its encoding. */
@NullMarked
package io.minewatch.ingest.sparkplug.message;

import org.jspecify.annotations.NullMarked;

/** What judging must find in a series, by scans that share no code with judging. */
@NullMarked
package io.minewatch.ingest.oracle;

import org.jspecify.annotations.NullMarked;

/** What must be found of a script that is played once, told from the script and the plan alone. */
@NullMarked
package io.minewatch.ingest.staged;

import org.jspecify.annotations.NullMarked;

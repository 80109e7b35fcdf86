/** What a run has to say: figures, gates, machine and command, as JSON and as one page. */
@NullMarked
package io.minewatch.bench.report;

import org.jspecify.annotations.NullMarked;

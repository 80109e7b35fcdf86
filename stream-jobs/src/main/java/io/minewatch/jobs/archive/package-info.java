/** The archive job: every reading, live or late, becomes a line of its series. */
@NullMarked
package io.minewatch.jobs.archive;

import org.jspecify.annotations.NullMarked;

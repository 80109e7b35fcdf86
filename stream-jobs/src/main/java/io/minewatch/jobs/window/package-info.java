/**
 * What the archive remembers of each point: its newest reading, and its windows of five minutes.
 */
@NullMarked
package io.minewatch.jobs.window;

import org.jspecify.annotations.NullMarked;

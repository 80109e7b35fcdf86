/** The console in a real browser: how soon it is of use, what it costs, how many may watch. */
@NullMarked
package io.minewatch.bench.console;

import org.jspecify.annotations.NullMarked;

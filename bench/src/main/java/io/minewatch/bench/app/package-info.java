/** The program: settings, progress, exit code, and the only clock. */
@NullMarked
package io.minewatch.bench.app;

import org.jspecify.annotations.NullMarked;

/** The console in a real browser, against a scripted server. */
@NullMarked
package io.minewatch.e2e.console;

import org.jspecify.annotations.NullMarked;

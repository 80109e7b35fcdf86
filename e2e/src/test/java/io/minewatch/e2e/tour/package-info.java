/** The demo as a person walks through it, in a real browser. */
@NullMarked
package io.minewatch.e2e.tour;

import org.jspecify.annotations.NullMarked;

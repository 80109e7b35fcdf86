/** Simulated mines against the platform's own rules: what judging finds is what was staged. */
@NullMarked
package io.minewatch.standalone.simulated;

import org.jspecify.annotations.NullMarked;

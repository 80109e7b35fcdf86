/** Runs the detectors over one recorded set. */
@NullMarked
package io.minewatch.validation.check;

import org.jspecify.annotations.NullMarked;

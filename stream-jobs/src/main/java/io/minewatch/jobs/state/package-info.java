/** The keyed state of the judge job and its form in checkpoints. */
@NullMarked
package io.minewatch.jobs.state;

import org.jspecify.annotations.NullMarked;

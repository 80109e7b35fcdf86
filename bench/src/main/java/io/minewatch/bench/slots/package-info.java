/** The systems under test, each behind the same contract. */
@NullMarked
package io.minewatch.bench.slots;

import org.jspecify.annotations.NullMarked;

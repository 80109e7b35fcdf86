/** One shift hands the work over to the next: given by one person, taken by another. */
@NullMarked
package io.minewatch.alerting.shift;

import org.jspecify.annotations.NullMarked;

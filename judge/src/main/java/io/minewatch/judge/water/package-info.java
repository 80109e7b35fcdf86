/** Water: what the pumps can take, levels that rise, and the colours of a tailings pond. */
@NullMarked
package io.minewatch.judge.water;

import org.jspecify.annotations.NullMarked;

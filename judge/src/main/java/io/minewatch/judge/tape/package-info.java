/** How a memory is saved and brought back, without knowing where to. */
@NullMarked
package io.minewatch.judge.tape;

import org.jspecify.annotations.NullMarked;

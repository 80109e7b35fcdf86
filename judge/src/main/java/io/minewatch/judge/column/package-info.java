/** How a memory is laid out: columns by slot that take no more room than what they hold. */
@NullMarked
package io.minewatch.judge.column;

import org.jspecify.annotations.NullMarked;

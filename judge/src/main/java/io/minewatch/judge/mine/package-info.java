/** All that is known of one mine, and what follows from each message and from time. */
@NullMarked
package io.minewatch.judge.mine;

import org.jspecify.annotations.NullMarked;

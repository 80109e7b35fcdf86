/** What every kind of judging beside limits has in common: being told, remembering, telling. */
@NullMarked
package io.minewatch.judge.watch;

import org.jspecify.annotations.NullMarked;

/** The official early-warning triggers: a level, or a change against the shift or ten minutes. */
@NullMarked
package io.minewatch.judge.change;

import org.jspecify.annotations.NullMarked;

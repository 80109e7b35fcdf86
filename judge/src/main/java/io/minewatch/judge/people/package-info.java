/** People by their cards: too many, too long, where they must not be, silent, calling for help. */
@NullMarked
package io.minewatch.judge.people;

import org.jspecify.annotations.NullMarked;

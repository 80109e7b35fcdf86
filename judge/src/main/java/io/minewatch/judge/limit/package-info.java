/** Excursions of a point beyond its limits: opened, raised, held, cleared. */
@NullMarked
package io.minewatch.judge.limit;

import org.jspecify.annotations.NullMarked;

/** Where people are: zones, cards and position fixes. */
@NullMarked
package io.minewatch.domain.place;

import org.jspecify.annotations.NullMarked;

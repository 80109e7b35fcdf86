/** Points that are lost in the moment in which they are needed most (上升中失联). */
@NullMarked
package io.minewatch.judge.lost;

import org.jspecify.annotations.NullMarked;

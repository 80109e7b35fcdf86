/** Who may say and hear what on the bus: the one table from which every broker's rules are made. */
@NullMarked
package io.minewatch.broker.access;

import org.jspecify.annotations.NullMarked;

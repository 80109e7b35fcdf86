/** The whole platform as processes of their own, a nation that speaks to it, and what it costs. */
@NullMarked
package io.minewatch.bench.nation;

import org.jspecify.annotations.NullMarked;

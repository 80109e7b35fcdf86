/** Programs as processes of their own: how they are called, what they say, what they use. */
@NullMarked
package io.minewatch.bench.process;

import org.jspecify.annotations.NullMarked;

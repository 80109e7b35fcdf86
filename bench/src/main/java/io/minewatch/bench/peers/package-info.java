/** What engines of others are given and asked, the same for all: one contract, one decoder. */
@NullMarked
package io.minewatch.bench.peers;

import org.jspecify.annotations.NullMarked;

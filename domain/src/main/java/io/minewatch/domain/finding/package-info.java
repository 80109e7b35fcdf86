/** What judging finds: facts with ids that are the same however often the input is replayed. */
@NullMarked
package io.minewatch.domain.finding;

import org.jspecify.annotations.NullMarked;

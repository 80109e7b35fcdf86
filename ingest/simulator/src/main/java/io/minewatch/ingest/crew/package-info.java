/** The people of a simulated mine: where they work, how they walk, how they obey an order. */
@NullMarked
package io.minewatch.ingest.crew;

import org.jspecify.annotations.NullMarked;

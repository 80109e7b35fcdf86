/** Both jobs and the broker killed again and again under load: every message comes through. */
@NullMarked
package io.minewatch.e2e.campaign;

import org.jspecify.annotations.NullMarked;

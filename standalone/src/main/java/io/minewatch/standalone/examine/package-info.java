/** Looks at an installation: gathers the facts, decides nothing, changes nothing. */
@NullMarked
package io.minewatch.standalone.examine;

import org.jspecify.annotations.NullMarked;

/** What must be found, told from the script alone, and how what was found compares with it. */
@NullMarked
package io.minewatch.bench.oracle;

import org.jspecify.annotations.NullMarked;

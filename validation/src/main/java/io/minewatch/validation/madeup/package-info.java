/** Mines that are made up by a seed, with what is wrong there known. */
@NullMarked
package io.minewatch.validation.madeup;

import org.jspecify.annotations.NullMarked;

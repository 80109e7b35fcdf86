/**
 * What is measured: points, measures with their units, quality, and the batch that one message
 * carries.
 */
@NullMarked
package io.minewatch.domain.reading;

import org.jspecify.annotations.NullMarked;

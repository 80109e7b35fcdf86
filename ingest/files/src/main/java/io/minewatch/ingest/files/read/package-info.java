/** One file in, one result out; JSON of the slope systems included. */
@NullMarked
package io.minewatch.ingest.files.read;

import org.jspecify.annotations.NullMarked;

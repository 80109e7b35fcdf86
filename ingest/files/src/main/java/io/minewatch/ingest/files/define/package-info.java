/** What definition files define: points, zones, people, stations. */
@NullMarked
package io.minewatch.ingest.files.define;

import org.jspecify.annotations.NullMarked;

/** What goes wrong in a simulated mine, and when: incidents as data. */
@NullMarked
package io.minewatch.ingest.script;

import org.jspecify.annotations.NullMarked;

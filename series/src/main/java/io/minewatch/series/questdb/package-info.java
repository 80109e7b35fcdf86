/** QuestDB: tables that keep one row for one time, reading by SQL, and a server in this JVM. */
@NullMarked
package io.minewatch.series.questdb;

import org.jspecify.annotations.NullMarked;

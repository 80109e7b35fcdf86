/** The programs: settings, the local cluster that resumes after a crash, and main. */
@NullMarked
package io.minewatch.jobs.app;

import org.jspecify.annotations.NullMarked;

/** What is right and what is wrong with an installation: facts in, findings out, nothing else. */
@NullMarked
package io.minewatch.standalone.doctor;

import org.jspecify.annotations.NullMarked;

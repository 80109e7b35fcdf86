/** What the archive job told of the hours it has written, and what is made of it. */
@NullMarked
package io.minewatch.alerting.root;

import org.jspecify.annotations.NullMarked;

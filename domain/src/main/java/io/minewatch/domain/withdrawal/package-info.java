/** Orders to withdraw people, and the head counts that prove who is still inside. */
@NullMarked
package io.minewatch.domain.withdrawal;

import org.jspecify.annotations.NullMarked;

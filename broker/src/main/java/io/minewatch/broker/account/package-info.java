/** Accounts as they lie on disk, and the passwords behind them. */
@NullMarked
package io.minewatch.broker.account;

import org.jspecify.annotations.NullMarked;

package io.minewatch.broker.access;

/** What an account is for; it fixes what the account may say and hear. */
public enum Role {
  /** One gateway of one mine: sends what it measures, hears what concerns its mine. */
  GATEWAY,
  /** The judge job. */
  JUDGE,
  /** The archive job. */
  ARCHIVE,
  /** The alerting service. */
  ALERTING,
  /** Many simulated mines at once, to try a platform out. Never in one that real mines rely on. */
  SIMULATOR,
  /** Somebody who only looks, at every mine or at one. */
  OBSERVER
}

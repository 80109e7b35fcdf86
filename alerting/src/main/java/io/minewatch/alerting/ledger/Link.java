package io.minewatch.alerting.ledger;

/** A row's place in the chain: where it stands, what it says in short, and the hash up to it. */
public record Link(long seq, String digest, String previous, String hash) {}

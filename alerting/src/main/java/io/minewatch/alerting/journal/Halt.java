package io.minewatch.alerting.journal;

/**
 * Where a test of kill -9 stops a process: right before or right after a commit. A running service
 * has {@link #NOWHERE} and no setting that gives it another.
 */
interface Halt {
  /** Stops nothing. */
  Halt NOWHERE =
      new Halt() {
        @Override
        public void beforeCommit() {}

        @Override
        public void afterCommit() {}
      };

  /** All of a step is written, in its transaction, and not yet durable. */
  void beforeCommit();

  /** The step is durable, and who asked for it does not know that yet. */
  void afterCommit();
}

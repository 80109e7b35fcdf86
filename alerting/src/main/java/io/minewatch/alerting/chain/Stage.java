package io.minewatch.alerting.chain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an incident stands. Each stage carries only what is true in it. */
public sealed interface Stage {
  /** Wall time at which the stage began. */
  Instant since();

  StageName name();

  /** Something is coming; nobody has a duty to answer yet. */
  record Approaching(Instant since) implements Stage {
    @Override
    public StageName name() {
      return StageName.APPROACHING;
    }
  }

  /** A level is reached; the first person of the roster is to be called. */
  record Warned(Instant since) implements Stage {
    @Override
    public StageName name() {
      return StageName.WARNED;
    }
  }

  /** Called; a human answer is awaited. */
  record Called(Instant since) implements Stage {
    @Override
    public StageName name() {
      return StageName.CALLED;
    }
  }

  /** A human has answered; measures are awaited. */
  record Acknowledged(Instant since, String by) implements Stage {
    @Override
    public StageName name() {
      return StageName.ACKNOWLEDGED;
    }
  }

  /** Measures are declared; no order to withdraw has been given. */
  record Responding(Instant since, String by) implements Stage {
    @Override
    public StageName name() {
      return StageName.RESPONDING;
    }
  }

  /**
   * People are ordered out and not yet all proven out.
   *
   * @param began when the first order of this withdrawal was given; null when nothing was ordered
   *     anew: somebody went back into zones that had been proven empty
   */
  record Withdrawing(Instant since, String by, @Nullable Instant began) implements Stage {
    /** By an order; one that comes while people are being withdrawn begins nothing anew. */
    static Withdrawing ordered(Stage before, Event.Ordered e) {
      Instant known = before instanceof Withdrawing now ? now.began() : null;
      Instant began = known == null ? e.order().issued() : known;
      return new Withdrawing(e.at(), e.by(), began);
    }

    @Override
    public StageName name() {
      return StageName.WITHDRAWING;
    }
  }

  /** The position stream proves the zones of every open order empty. */
  record Withdrawn(Instant since) implements Stage {
    @Override
    public StageName name() {
      return StageName.WITHDRAWN;
    }
  }

  /** Over. Nothing leads out of here. */
  record Closed(Instant since, String by, Closing how) implements Stage {
    @Override
    public StageName name() {
      return StageName.CLOSED;
    }
  }
}

package io.minewatch.bench.peers;

import io.minewatch.bench.oracle.Told;
import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.plan.LimitRule;
import java.util.List;

/**
 * The adapter contract: an engine of others with the rules of the workload in its own idiom, as
 * text, in one thread of ours. It gets every reading once and in order; messages that are older
 * than the last of their gateway are left out before, which is a favour.
 */
public interface PeerEngine extends AutoCloseable {
  /** Short name as in the report. */
  String id();

  /** What it is, with its version. */
  String what();

  /**
   * Begins a run with these rules and nothing remembered; what it finds goes to the alarms. Rules
   * are the same in all runs of a process.
   */
  void start(List<LimitRule> rules, Alarms alarms);

  /** Judges one reading before it returns. */
  void judge(Sample sample);

  /**
   * What of the expected facts it can say in its idiom, in the form in which it says them: it is
   * held to these, all of them and no others.
   */
  List<Told> heldTo(List<Told> expected);

  @Override
  void close();

  /** Hears what is found. */
  interface Alarms {
    /** One fact. */
    void tell(Alarm alarm);
  }

  /**
   * One fact as an engine tells it.
   *
   * @param level step that is reached, from 1
   * @param fact its number within the excursion, from 0
   */
  record Alarm(
      String sensor, String rule, FindingKind kind, int level, long onset, long at, int fact) {}
}

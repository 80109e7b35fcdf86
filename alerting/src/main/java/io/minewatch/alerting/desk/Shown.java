package io.minewatch.alerting.desk;

import io.minewatch.alerting.chain.Act;
import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.chain.Incident;
import io.minewatch.alerting.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * An incident as a page showed it, to which somebody answers. It is read before the step that
 * writes, for a journal is long in a flood; only what has come since is read inside.
 *
 * @param then null where the incident never had this version
 */
record Shown(Journal journal, long version, @Nullable Incident then) {
  static Shown at(Journal journal, String incident, long version) {
    Incident found = journal.incident(incident, version);
    return new Shown(journal, version, found == null || found.version() != version ? null : found);
  }

  /** The answer of who saw it. */
  IncidentDesk.ActOf answered(String by, ChainRules rules) {
    return (now, at, book) -> new Act.Acknowledge(at, by, version, heard(now, rules));
  }

  /** What binds a press that others have overtaken; null where the version alone does. */
  private Act.@Nullable Heard heard(Incident now, ChainRules rules) {
    return then == null || version >= now.material()
        ? null
        : Act.Heard.shown(then, journal.since(now.id(), version), rules);
  }
}

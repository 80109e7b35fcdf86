package io.minewatch.alerting.rules;

import io.minewatch.alerting.chain.ChainRules;
import io.minewatch.alerting.group.GroupRules;
import io.minewatch.alerting.load.LoadRules;
import io.minewatch.alerting.yaml.Fields;
import io.minewatch.domain.finding.Hazard;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.plan.Confidence;
import io.minewatch.domain.plan.SilenceRule;
import io.minewatch.domain.plan.Source;
import io.minewatch.domain.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The platform's own pack: what no regulation that could be read gives a number for. */
final class PlatformPack {
  private final String file;
  private final Map<Step.Act, Severity> severities = new EnumMap<>(Step.Act.class);
  private final Map<Severity, ChainRules.Clocks> clocks = new EnumMap<>(Severity.class);
  private final List<String> ladder = new ArrayList<>();
  private final List<String> ladderEnglish = new ArrayList<>();
  private final List<RulePacks.Proposal> proposals = new ArrayList<>();
  private final List<String> packs = new ArrayList<>();
  private final List<Template> templates = new ArrayList<>();
  private final List<EarlyRow> early = new ArrayList<>();
  private final List<RuleRow> rows = new ArrayList<>();
  private @Nullable SilenceRule silence;
  private Severity callFrom = Severity.BLUE;
  private Duration hold = Duration.ZERO;
  private Duration proofAge = Duration.ZERO;
  private Duration confirm = Duration.ZERO;
  private ChainRules.@Nullable Shelving shelving;
  private @Nullable Callout callout;
  private @Nullable GroupRules grouping;
  private @Nullable LoadRules load;
  private @Nullable Inspection inspection;

  private PlatformPack(String file) {
    this.file = file;
  }

  static PlatformPack read(Fields pack, String file) {
    PlatformPack read = new PlatformPack(file);
    String name = pack.text("pack");
    read.packs.addAll(pack.texts("packs"));
    if (read.packs.isEmpty()) {
      pack.problem("names no pack of a regulation");
    }
    read.silence(pack, name);
    for (Fields row : pack.rows("severities")) {
      Step.Act act = row.constant("step", Step.Act.class);
      Severity severity = row.constant("severity", Severity.class);
      read.severities.put(act, severity);
      read.keep(row, name, act + " is " + severity);
    }
    for (Fields row : read.only(pack, "call")) {
      read.callFrom = row.constant("severity", Severity.class);
      read.keep(row, name, read.callFrom.name());
    }
    for (Fields row : read.only(pack, "ladder")) {
      for (Fields position : row.rows("positions")) {
        read.ladder.add(position.text("name"));
        read.ladderEnglish.add(position.text("nameEnglish"));
        position.refuseOthers();
      }
      if (read.ladder.isEmpty()) {
        row.problem("the ladder has no position");
      }
      read.keep(row, name, String.join(" → ", read.ladder));
    }
    read.clocks(pack, name);
    for (Fields row : read.only(pack, "hold")) {
      read.hold = positive(row);
      read.keep(row, name, read.hold.toString());
    }
    for (Fields row : read.only(pack, "proof")) {
      read.proofAge = positive(row);
      read.keep(row, name, read.proofAge.toString());
    }
    for (Fields row : read.only(pack, "confirm")) {
      read.confirm = positive(row);
      read.keep(row, name, read.confirm.toString());
    }
    read.shelving(pack, name);
    read.callout =
        CalloutPack.read(pack, read.ladder.size(), (row, value) -> read.keep(row, name, value));
    read.inspection = InspectionPack.read(pack, (row, value) -> read.keep(row, name, value));
    read.grouping(pack, name);
    for (Fields row : read.only(pack, "load")) {
      read.load = PackParts.load(row);
      read.keep(row, name, String.valueOf(read.load));
    }
    read.early.addAll(EarlyRows.read(pack, name, file));
    read.rows.addAll(RuleSections.read(pack, name, file, Set.of()));
    for (Step.Act act : Step.Act.values()) {
      if (!read.severities.containsKey(act)) {
        pack.problem("no severity for step " + act);
      }
    }
    read.templates.addAll(Templates.read(pack, name, Set.of()));
    pack.refuseOthers();
    return read;
  }

  private static Duration positive(Fields row) {
    Duration time = row.duration("time");
    if (row.has("time") && (time.isNegative() || time.isZero())) {
      row.problem("time must be positive, was " + time);
    }
    return time;
  }

  private void shelving(Fields pack, String name) {
    for (Fields row : only(pack, "shelving")) {
      Duration atMost = positive(row);
      Severity two = row.constant("twoFrom", Severity.class);
      Set<Hazard> safety = PackParts.hazards(row, row.texts("personSafety"));
      if (!atMost.isNegative() && !atMost.isZero()) {
        shelving = new ChainRules.Shelving(atMost, two, safety);
      }
      keep(row, name, "at most %s, two people from %s and for %s".formatted(atMost, two, safety));
    }
  }

  private void grouping(Fields pack, String name) {
    for (Fields row : only(pack, "grouping")) {
      Duration within = positive(row);
      List<Set<Hazard>> related = new ArrayList<>();
      for (String line : row.texts("related")) {
        related.add(PackParts.hazards(row, List.of(line.split(" "))));
      }
      if (shelving != null && !within.isNegative() && !within.isZero()) {
        grouping = new GroupRules(within, related, shelving.personSafety());
      }
      keep(row, name, "within %s, of one cause %s".formatted(within, row.texts("related")));
    }
  }

  private void silence(Fields pack, String name) {
    for (Fields row : only(pack, "silence")) {
      silence = PackParts.silence(row, name, file);
      keep(row, name, PackParts.silence(row));
    }
  }

  private void clocks(Fields pack, String name) {
    for (Fields row : pack.rows("clocks")) {
      Severity severity = row.constant("severity", Severity.class);
      Duration call = row.duration("call");
      List<Duration> acknowledge = row.durations("acknowledge");
      Duration respond = row.duration("respond");
      Duration act = row.duration("act");
      Duration empty = row.duration("empty");
      try {
        clocks.put(severity, new ChainRules.Clocks(call, acknowledge, respond, act, empty));
      } catch (IllegalArgumentException e) {
        row.problem(String.valueOf(e.getMessage()));
      }
      keep(
          row,
          name,
          "call %s, acknowledge %s, respond %s, act %s, empty %s"
              .formatted(call, acknowledge, respond, act, empty));
    }
    for (Severity severity : Severity.values()) {
      if (!clocks.containsKey(severity)) {
        pack.problem("no clocks for severity " + severity);
      }
    }
  }

  private List<Fields> only(Fields pack, String key) {
    List<Fields> rows = pack.rows(key);
    if (rows.size() != 1) {
      pack.problem(key + " needs exactly one row, has " + rows.size());
    }
    return rows;
  }

  private void keep(Fields row, String name, String value) {
    Source source = source(row, file);
    String id = name + ":" + row.text("id");
    if (proposals.stream().anyMatch(known -> known.id().equals(id))) {
      row.problem("the id is there twice");
    }
    proposals.add(new RulePacks.Proposal(id, value, source, row.text("source")));
    row.refuseOthers();
  }

  Map<Step.Act, Severity> severities() {
    return severities;
  }

  /** The packs of regulations that this installation uses. */
  List<String> packs() {
    return packs;
  }

  RulePacks with(List<RulePacks.Regulation> regulations, List<LimitRow> limits, Others lawful) {
    Others all = lawful.and(new Others(early, templates, rows));
    return new RulePacks(
        regulations,
        limits,
        all.early(),
        Objects.requireNonNull(silence, "problems stop the start before"),
        new ChainRules(
            callFrom,
            ladder,
            clocks,
            proofAge,
            confirm,
            Objects.requireNonNull(shelving, "problems stop the start before")),
        Objects.requireNonNull(grouping, "problems stop the start before"),
        Objects.requireNonNull(load, "problems stop the start before"),
        hold,
        ladderEnglish,
        all.templates(),
        all.rows(),
        proposals,
        Objects.requireNonNull(callout, "read with the rest"),
        Objects.requireNonNull(inspection, "problems stop the start before"));
  }

  /** The clause, date and confidence of a row of a file. */
  static Source source(Fields row, String file) {
    String clause = row.text("clause");
    String date = row.text("date");
    row.text("source");
    Confidence confidence = row.constant("confidence", Confidence.class);
    if (confidence == Confidence.OWN) {
      row.problem("confidence OWN is a mine's, not a pack's");
    }
    if (clause.isBlank() && row.has("clause")) {
      row.problem("clause is blank");
    }
    return new Source(
        file, clause.isBlank() ? "missing" : clause, date.isBlank() ? "missing" : date, confidence);
  }
}

package io.minewatch.alerting.chain;

import static io.minewatch.alerting.chain.Chains.after;
import static io.minewatch.alerting.chain.Chains.at;
import static io.minewatch.alerting.chain.Chains.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.minewatch.domain.finding.FindingKind;
import io.minewatch.domain.finding.Severity;
import io.minewatch.domain.place.CardId;
import io.minewatch.domain.withdrawal.OrderId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every stage meets every act; docs/alert-chain.md is what comes of it. */
class ChainMatrixTest {
  static final Path PAGE = Path.of("../docs/alert-chain.md");

  /** One incident at each stage, made by legal acts; its readings are restored where possible. */
  static Map<StageName, Incident> stages() {
    Map<StageName, Incident> stages = new LinkedHashMap<>();
    Incident approaching = after(opened(), Chains.arrives(at(0), Severity.BLUE));
    Incident warned = after(opened(), Chains.arrives(at(0), Severity.ORANGE));
    Incident called = after(warned, new Act.CallPlaced(at(1), "c-1", 1));
    Incident acknowledged = after(called, new Act.Acknowledge(at(2), "ann", called.version()));
    Incident responding =
        after(acknowledged, new Act.Respond(at(3), "ann", "cut"), Chains.clears(at(4), 1));
    Incident withdrawing = after(responding, Chains.order(at(65), "ann", 1));
    Incident withdrawn = after(withdrawing, Chains.musters(at(66), 1, 1, 0));
    Incident closed = after(withdrawn, new Act.Close(at(67), "bob", withdrawn.version(), "out"));
    for (Incident each :
        List.of(
            approaching,
            warned,
            called,
            acknowledged,
            responding,
            withdrawing,
            withdrawn,
            closed)) {
      stages.put(each.stage().name(), each);
    }
    return stages;
  }

  static List<Act> acts(Incident incident) {
    long version = incident.version();
    return List.of(
        Chains.found(at(100), Chains.finding("f-2", 0, FindingKind.OPENED, Severity.ORANGE)),
        new Act.CallPlaced(at(100), "c-2", 1),
        new Act.Acknowledge(at(100), "cid", version),
        new Act.Respond(at(100), "cid", "cut"),
        Chains.order(at(100), "cid", 2, Chains.RETURN),
        Chains.musters(at(100), 1, 1, 0),
        new Act.Release(at(100), "cid", version),
        new Act.Close(at(100), "cid", version, ""),
        new Act.ForceClose(at(100), "cid", version, "probe destroyed"),
        new Act.Shelve(at(100), "cid", version, "calibration", at(1_000)),
        new Act.Unshelve(at(100), "cid"),
        new Act.ShowHarmless(at(100), "cid", version, "calibration gas"),
        new Act.RevokeOrder(at(100), "cid", version, new OrderId("o-1"), "wrong zone"),
        new Act.Confirm(at(100), "cid", version, Proposal.What.FORCE_CLOSE),
        new Act.MarkCard(at(100), "cid", new CardId("c-9"), Act.Mark.RESCUER, "team 1"),
        new Act.TimePassed(at(300)));
  }

  /** What follows a move that only puts something before a second person, or aside. */
  static List<Act> second(Incident incident) {
    List<Act> acts = new ArrayList<>();
    Proposal proposal = incident.proposal();
    if (proposal != null) {
      acts.add(new Act.Confirm(at(101), "dan", incident.version(), proposal.what()));
    }
    if (incident.shelf() != null) {
      acts.add(new Act.Unshelve(at(101), "dan"));
    }
    return acts;
  }

  static Map<String, Set<String>> moves() {
    Map<String, Set<String>> moves = new LinkedHashMap<>();
    stages()
        .forEach(
            (name, incident) -> {
              Set<String> legal = new TreeSet<>();
              for (Act act : acts(incident)) {
                Incident to = moved(incident, act, legal);
                second(to).forEach(next -> moved(to, next, legal));
              }
              moves.put(name.name(), legal);
            });
    return moves;
  }

  /** The state after an act; a legal one is noted. */
  private static Incident moved(Incident from, Act act, Set<String> legal) {
    Incident to = from;
    if (AlertChain.decide(from, act, Chains.RULES) instanceof Verdict.Moved moved) {
      for (Event event : moved.events()) {
        to = Fold.evolve(to, event);
      }
      if (!moved.events().isEmpty()) {
        legal.add(name(act) + " -> " + to.stage().name());
      }
    }
    return to;
  }

  private static String name(Act act) {
    String name = act.getClass().getSimpleName();
    return act instanceof Act.Confirm confirm ? name + "(" + confirm.what() + ")" : name;
  }

  @Test
  void coversEveryStageAndEveryAct() {
    assertThat(stages().keySet()).containsExactly(StageName.values());
    assertThat(acts(opened()).stream().map(Object::getClass).collect(Collectors.toSet()))
        .hasSize(Act.class.getPermittedSubclasses().length);
  }

  @Test
  void allowsExactlyTheseMovesAndNoOther() {
    Map<String, Set<String>> moves = moves();
    assertThat(moves.get("APPROACHING"))
        .containsExactly(
            "CallPlaced -> APPROACHING",
            "FindingArrived -> WARNED",
            "MarkCard -> APPROACHING",
            "OrderWithdrawal -> WITHDRAWING");
    assertThat(moves.get("WARNED"))
        .containsExactly(
            "Acknowledge -> ACKNOWLEDGED",
            "CallPlaced -> CALLED",
            "FindingArrived -> WARNED",
            "MarkCard -> WARNED",
            "OrderWithdrawal -> WITHDRAWING",
            "TimePassed -> WARNED");
    assertThat(moves.get("CALLED"))
        .containsExactly(
            "Acknowledge -> ACKNOWLEDGED",
            "CallPlaced -> CALLED",
            "FindingArrived -> CALLED",
            "MarkCard -> CALLED",
            "OrderWithdrawal -> WITHDRAWING",
            "TimePassed -> CALLED");
    assertThat(moves.get("ACKNOWLEDGED"))
        .containsExactly(
            "CallPlaced -> ACKNOWLEDGED",
            "Confirm(FORCE_CLOSE) -> CLOSED",
            "FindingArrived -> ACKNOWLEDGED",
            "ForceClose -> ACKNOWLEDGED",
            "MarkCard -> ACKNOWLEDGED",
            "OrderWithdrawal -> WITHDRAWING",
            "Respond -> RESPONDING",
            "Shelve -> ACKNOWLEDGED",
            "TimePassed -> WARNED",
            "Unshelve -> ACKNOWLEDGED");
    assertThat(moves.get("RESPONDING"))
        .containsExactly(
            "CallPlaced -> RESPONDING",
            "Confirm(FORCE_CLOSE) -> CLOSED",
            "Confirm(HARMLESS) -> CLOSED",
            "FindingArrived -> RESPONDING",
            "ForceClose -> RESPONDING",
            "MarkCard -> RESPONDING",
            "OrderWithdrawal -> WITHDRAWING",
            "Shelve -> RESPONDING",
            "ShowHarmless -> RESPONDING",
            "TimePassed -> RESPONDING",
            "Unshelve -> RESPONDING");
    assertThat(moves.get("WITHDRAWING"))
        .containsExactly(
            "CallPlaced -> WITHDRAWING",
            "Confirm(FORCE_CLOSE) -> CLOSED",
            "Confirm(REVOKE) -> ACKNOWLEDGED",
            "FindingArrived -> WITHDRAWING",
            "ForceClose -> WITHDRAWING",
            "MarkCard -> WITHDRAWING",
            "Mustered -> WITHDRAWN",
            "OrderWithdrawal -> WITHDRAWING",
            "RevokeOrder -> WITHDRAWING",
            "TimePassed -> WITHDRAWING");
    assertThat(moves.get("WITHDRAWN"))
        .contains("Release -> WITHDRAWN", "Close -> CLOSED", "OrderWithdrawal -> WITHDRAWING")
        .noneMatch(move -> move.startsWith("Acknowledge") || move.startsWith("Respond"));
    assertThat(moves.get("CLOSED")).isEmpty();
  }

  @Test
  void thePageOfTheChainIsWhatTheCodeDoes() throws IOException {
    String page = ChainPage.of(moves());
    String stored = Files.exists(PAGE) ? Files.readString(PAGE) : "";
    if (!stored.equals(page) && Boolean.getBoolean("minewatch.write-docs")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, page);
      return;
    }
    assertThat(stored)
        .as("docs/alert-chain.md is stale; write it with -Dminewatch.write-docs=true")
        .isEqualTo(page);
  }
}

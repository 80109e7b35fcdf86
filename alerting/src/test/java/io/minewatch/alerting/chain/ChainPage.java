package io.minewatch.alerting.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** docs/alert-chain.md: the moves of the chain as a diagram and a table, in both languages. */
final class ChainPage {
  /** What an act is called: Chinese, then English. */
  private record Word(String chinese, String english) {}

  private static final Map<String, Word> ACTS = acts();

  private ChainPage() {}

  private static Map<String, Word> acts() {
    Map<String, Word> acts = new LinkedHashMap<>();
    acts.put("FindingArrived", new Word("事实到达", "finding arrives"));
    acts.put("CallPlaced", new Word("叫应发出", "call is placed"));
    acts.put("Acknowledge", new Word("回应", "acknowledge"));
    acts.put("Respond", new Word("响应", "respond"));
    acts.put("OrderWithdrawal", new Word("下令撤人", "order to withdraw"));
    acts.put("Mustered", new Word("清点", "head count"));
    acts.put("Release", new Word("解除撤人", "release"));
    acts.put("Close", new Word("闭环", "close"));
    acts.put("ForceClose", new Word("申请强制关闭", "propose to close by force"));
    acts.put("Shelve", new Word("搁置", "shelve"));
    acts.put("Unshelve", new Word("取消搁置", "take back from the shelf"));
    acts.put("ShowHarmless", new Word("申请判定为误报", "propose that it is harmless"));
    acts.put("RevokeOrder", new Word("申请撤销撤人令", "propose to revoke the order"));
    acts.put("Confirm(SHELVE)", new Word("他人确认搁置", "another confirms shelving"));
    acts.put("Confirm(HARMLESS)", new Word("他人确认误报", "another confirms that it is harmless"));
    acts.put("Confirm(FORCE_CLOSE)", new Word("他人确认强制关闭", "another confirms closing by force"));
    acts.put("Confirm(REVOKE)", new Word("他人确认撤销撤人令", "another confirms revoking"));
    acts.put("MarkCard", new Word("标记救援人员", "mark a rescuer"));
    acts.put("TimePassed", new Word("时限已到", "time has passed"));
    return acts;
  }

  private static Word act(String name) {
    Word word = ACTS.get(name);
    if (word == null) {
      throw new AssertionError("no words for the act " + name);
    }
    return word;
  }

  /**
   * The page.
   *
   * @param moves of each stage, "Act -> STAGE"
   */
  static String of(Map<String, Set<String>> moves) {
    List<String> out = new ArrayList<>();
    out.add("# The chain of an incident 叫应、回应、响应、撤人、闭环");
    out.add("");
    out.add("Generated from the code by `ChainMatrixTest`; do not edit. 由代码生成，请勿手改。");
    out.add("");
    out.add(
        "The regulation names five stages (临警、预警、响警、处警、应警) and no public text defines them:"
            + " how they map to ours is our assumption. 五个阶段的定义未见公开文本，下表的对应关系是本项目的假设。");
    out.add("");
    diagram(moves, out);
    out.add("");
    out.add("| stage | 阶段 | legal acts → stage after them | 合法动作 → 其后的阶段 |");
    out.add("|---|---|---|---|");
    moves.forEach(
        (from, legal) ->
            out.add(
                "| %s | %s | %s | %s |"
                    .formatted(
                        from,
                        chinese(from),
                        all(legal, "; ", name -> act(name).english(), ChainPage::english),
                        all(legal, "；", name -> act(name).chinese(), ChainPage::chinese))));
    out.add("");
    out.add("| refusal | 拒绝原因 | in words |");
    out.add("|---|---|---|");
    for (Refusal refusal : Refusal.values()) {
      out.add("| %s | %s | %s |".formatted(refusal, refusal.chinese(), refusal.english()));
    }
    return String.join("\n", out) + "\n";
  }

  private static void diagram(Map<String, Set<String>> moves, List<String> out) {
    out.add("```mermaid");
    out.add("stateDiagram-v2");
    for (String stage : moves.keySet()) {
      out.add("  %s: %s %s".formatted(stage, chinese(stage), english(stage)));
    }
    out.add("  [*] --> APPROACHING");
    moves.forEach(
        (from, legal) ->
            legal.stream()
                .filter(move -> !to(move).equals(from))
                .forEach(
                    move -> {
                      Word word = act(name(move));
                      out.add(
                          "  %s --> %s: %s %s"
                              .formatted(from, to(move), word.chinese(), word.english()));
                    }));
    out.add("  CLOSED --> [*]");
    out.add("```");
  }

  private static String all(
      Set<String> legal, String between, UnaryOperator<String> act, UnaryOperator<String> stage) {
    return legal.stream()
        .map(move -> act.apply(name(move)) + " → " + stage.apply(to(move)))
        .collect(Collectors.joining(between));
  }

  private static String name(String move) {
    return move.substring(0, move.indexOf(" -> "));
  }

  private static String to(String move) {
    return move.substring(move.indexOf(" -> ") + 4);
  }

  private static String english(String stage) {
    return StageName.valueOf(stage).english();
  }

  private static String chinese(String stage) {
    return StageName.valueOf(stage).chinese();
  }
}

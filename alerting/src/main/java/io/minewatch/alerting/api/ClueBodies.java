package io.minewatch.alerting.api;

import io.minewatch.alerting.clue.ClueAct.Outcome;
import io.minewatch.alerting.clue.ClueEvidence;
import io.minewatch.alerting.clue.ClueStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** What people ask of clues. */
final class ClueBodies {
  private ClueBodies() {}

  /** One piece of evidence, as it is told. */
  public record EvidenceBody(
      ClueEvidence.@Nullable Kind kind, @Nullable String ref, @Nullable String words) {
    private ClueEvidence evidence() {
      if (kind == null) {
        throw new IllegalArgumentException("each piece of evidence needs its kind");
      }
      return new ClueEvidence(
          kind,
          Objects.requireNonNullElse(ref, "").strip(),
          Objects.requireNonNullElse(words, "").strip());
    }
  }

  /**
   * A clue that a person has.
   *
   * @param subject a point, a gateway, a card of the mine; the mine as a whole unless said
   */
  public record RaiseBody(
      @Nullable String mine,
      @Nullable String subject,
      @Nullable String words,
      @Nullable List<EvidenceBody> evidence) {}

  /** What can be done with a clue. */
  public enum ActName {
    ASSIGN,
    VISIT,
    FIND,
    MEASURE,
    CLOSE,
    REOPEN,
    ADD
  }

  /**
   * An act.
   *
   * @param version of the clue that the person saw
   * @param to of ASSIGN: whom
   * @param outcome of FIND
   * @param note what was done, seen or decided
   * @param evidence of ADD
   */
  public record ActBody(
      @Nullable ActName act,
      @Nullable Long version,
      @Nullable String to,
      @Nullable Outcome outcome,
      @Nullable String note,
      @Nullable List<EvidenceBody> evidence) {}

  static List<ClueEvidence> evidence(@Nullable List<EvidenceBody> bodies) {
    try {
      List<ClueEvidence> evidence = new ArrayList<>();
      for (@Nullable EvidenceBody body :
          Objects.requireNonNullElse(bodies, List.<EvidenceBody>of())) {
        if (body == null) {
          throw new IllegalArgumentException("a piece of evidence is empty");
        }
        evidence.add(body.evidence());
      }
      return evidence;
    } catch (IllegalArgumentException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  /** What a person's clue begins with. */
  static ClueStart start(RaiseBody body, String path, List<ClueEvidence> evidence) {
    try {
      return new ClueStart(
          Objects.requireNonNullElse(body.mine(), ""),
          path,
          ClueStart.BY_HAND,
          Objects.requireNonNullElse(body.subject(), "").strip(),
          Objects.requireNonNullElse(body.words(), "").strip(),
          "",
          evidence);
    } catch (IllegalArgumentException e) {
      throw new Refusals.Problem(HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }
  }
}

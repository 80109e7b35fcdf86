package io.minewatch.alerting.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainTest {
  private record Kept(Entry entry, String previous, String hash) {
    Link link() {
      return new Link(entry.seq(), entry.digest(), previous, hash);
    }
  }

  private static List<Kept> ledger(int rows) {
    List<Kept> kept = new ArrayList<>();
    String head = Chain.START;
    for (int i = 1; i <= rows; i++) {
      Entry entry =
          new Entry(
              i,
              "2026-03-01T08:00:%02dZ".formatted(i),
              "140921021337",
              "INCIDENT",
              "i-" + i % 3,
              1 + i / 3,
              "ann",
              "Warned",
              "{\"n\":" + i + "}");
      String hash = Chain.hash(head, entry.digest());
      kept.add(new Kept(entry, head, hash));
      head = hash;
    }
    return kept;
  }

  private static Fault first(List<Kept> rows) {
    Chain chain = Chain.fromTheStart();
    for (Kept row : rows) {
      Fault fault = chain.take(row.link());
      if (fault != null) {
        return fault;
      }
    }
    return null;
  }

  @Test
  void aLedgerThatNobodyTouchedIsWhole() {
    assertThat(first(ledger(30))).isNull();
    Kept tenth = ledger(30).get(9);
    Chain later = Chain.from(10, tenth.previous());
    assertThat(later.take(tenth.link())).isNull();
    assertThat(later.hash()).isEqualTo(tenth.hash());
  }

  @Test
  void anyCharacterOfAnyFieldOfAnyRowThatIsAlteredIsNamed() {
    long seed = 20_260_301;
    Random random = new Random(seed);
    for (int turn = 0; turn < 500; turn++) {
      List<Kept> rows = new ArrayList<>(ledger(12));
      int at = random.nextInt(rows.size());
      int field = random.nextInt(9);
      Kept row = rows.get(at);
      rows.set(at, new Kept(altered(row.entry(), field, random), row.previous(), row.hash()));
      assertThat(first(rows).seq())
          .as("seed %s turn %s field %s", seed, turn, field)
          .isEqualTo(at + 1);
    }
  }

  private static Entry altered(Entry e, int field, Random random) {
    return new Entry(
        e.seq(),
        field == 0 ? flip(e.at(), random) : e.at(),
        field == 1 ? flip(e.mine(), random) : e.mine(),
        field == 2 ? flip(e.kind(), random) : e.kind(),
        field == 3 ? flip(e.subject(), random) : e.subject(),
        field == 4 ? e.n() + 1 : e.n(),
        field == 5 ? flip(e.actor(), random) : e.actor(),
        field == 6 ? flip(e.type(), random) : e.type(),
        field > 6 ? flip(e.content(), random) : e.content());
  }

  private static String flip(String text, Random random) {
    int at = random.nextInt(text.length());
    return text.substring(0, at) + (char) (text.charAt(at) ^ 1) + text.substring(at + 1);
  }

  @Test
  void aRowThatIsTakenOutPutInMovedOrReplacedIsNamed() {
    List<Kept> out = new ArrayList<>(ledger(9));
    out.remove(4);
    assertThat(first(out)).isEqualTo(new Fault(5, "is missing"));

    List<Kept> twice = new ArrayList<>(ledger(9));
    twice.add(5, twice.get(4));
    assertThat(first(twice).seq()).isEqualTo(5);

    List<Kept> moved = new ArrayList<>(ledger(9));
    Kept four = moved.get(3);
    Kept five = moved.get(4);
    moved.set(3, new Kept(five.entry().as(4), five.previous(), five.hash()));
    moved.set(4, new Kept(four.entry().as(5), four.previous(), four.hash()));
    assertThat(first(moved).seq()).isEqualTo(4);

    List<Kept> replaced = new ArrayList<>(ledger(9));
    Kept old = replaced.get(3);
    Entry other = altered(old.entry(), 5, new Random(1));
    replaced.set(3, new Kept(other, old.previous(), Chain.hash(old.previous(), other.digest())));
    assertThat(first(replaced).seq()).as("the row after it tells").isEqualTo(5);
  }

  @Test
  void canonicalJsonHasOneFormOnly() {
    assertThat(Canonical.json(Map.of("b", 2L, "a", "\"\\\n\u0001\u00e9安")))
        .isEqualTo("{\"a\":\"\\\"\\\\\\n\\u0001é安\",\"b\":2}");
    assertThatThrownBy(() -> Canonical.json(Map.of("a", 1.5)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Canonical.sha256("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }
}

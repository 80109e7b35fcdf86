package io.minewatch.ingest.files.rows;

import io.minewatch.domain.place.CardId;
import io.minewatch.ingest.files.define.PersonDefinition;
import io.minewatch.ingest.files.found.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Definitions of people. */
final class PeopleRows implements Collector {
  private static final Set<String> USED = Set.of("card", "name", "job", "department", "leader");

  private final List<PersonDefinition> people = new ArrayList<>();

  @Override
  public void take(Row row) {
    people.add(
        new PersonDefinition(
            new CardId(row.text("card")),
            row.text("name"),
            row.text("job"),
            row.text("department"),
            isYes(row.text("leader")),
            row.told(USED)));
  }

  static boolean isYes(String flag) {
    return flag.equals("1") || flag.equals("是");
  }

  @Override
  public Content content() {
    return new Content.People(people);
  }
}

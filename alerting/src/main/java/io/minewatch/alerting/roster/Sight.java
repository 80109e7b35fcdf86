package io.minewatch.alerting.roster;

/** What of people a reader of one mine may see. */
public sealed interface Sight {
  /** The mine's own staff: names and cards. */
  Sight STAFF = new Staff();

  /** Who works its incidents from outside: cards, by which a withdrawal is led, and no names. */
  Sight CHAIN = new Chain();

  /** A name as the reader may see it. */
  String name(String name);

  /** A card as the reader may see it. */
  String card(String card);

  /** See {@link #STAFF}. */
  record Staff() implements Sight {
    @Override
    public String name(String name) {
      return name;
    }

    @Override
    public String card(String card) {
      return card;
    }
  }

  /** See {@link #CHAIN}. */
  record Chain() implements Sight {
    @Override
    public String name(String name) {
      return Masks.name(name);
    }

    @Override
    public String card(String card) {
      return card;
    }
  }

  /** Everybody else: neither. */
  record Outside(CardKey key) implements Sight {
    @Override
    public String name(String name) {
      return Masks.name(name);
    }

    @Override
    public String card(String card) {
      return key.mask(card);
    }
  }
}

package dev.trustring.atm.token;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who has a token, found by id in constant time. A change makes a new index and shares
 * all but a few nodes with the old one.
 *
 * <p>A trie over the bits of the id, from the lowest, which are drawn at random: five bits a level,
 * a place only for what is there, and nobody deeper than needed to tell them apart. 100,000 ids lie
 * four levels deep. It is never iterated in an order that anybody sees.
 */
public final class TokenIndex {
  /** An index of nobody. */
  public static final TokenIndex EMPTY = new TokenIndex(new Node(0, new Object[0]), 0);

  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  private final Node root;
  private final int size;

  private TokenIndex(Node root, int size) {
    this.root = root;
    this.size = size;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Whose id this is; null for nobody's, which spares the hot path an object. */
  public @Nullable Holder find(TokenId id) {
    int key = id.value();
    Node node = root;
    for (int shift = 0; ; shift += BITS) {
      int bit = bit(key, shift);
      if ((node.present & bit) == 0) {
        return null;
      }
      Object slot = node.slots[node.place(bit)];
      if (slot instanceof Node deeper) {
        node = deeper;
      } else {
        Holder holder = (Holder) slot;
        return holder.tokenId().value() == key ? holder : null;
      }
    }
  }

  /** With this one, in place of whoever had the same id. */
  public TokenIndex with(Holder holder) {
    boolean isNew = find(holder.tokenId()) == null;
    return new TokenIndex(root.with(holder, 0), isNew ? size + 1 : size);
  }

  /** Without the one who has this id. */
  public TokenIndex without(TokenId id) {
    return find(id) == null ? this : new TokenIndex(root.without(id.value(), 0), size - 1);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenIndex index && size == index.size && root.isWithin(index);
  }

  @Override
  public int hashCode() {
    return root.sumOfHashes();
  }

  private static int bit(int key, int shift) {
    return 1 << (key >>> shift & MASK);
  }

  /** The places that are taken, as bits, and what is there: another node or a holder. */
  private static final class Node {
    private final int present;
    private final Object[] slots;

    Node(int present, Object[] slots) {
      this.present = present;
      this.slots = slots;
    }

    int place(int bit) {
      return Integer.bitCount(present & (bit - 1));
    }

    Node with(Holder holder, int shift) {
      int bit = bit(holder.tokenId().value(), shift);
      int place = place(bit);
      if ((present & bit) == 0) {
        Object[] wider = new Object[slots.length + 1];
        System.arraycopy(slots, 0, wider, 0, place);
        wider[place] = holder;
        System.arraycopy(slots, place, wider, place + 1, slots.length - place);
        return new Node(present | bit, wider);
      }
      Object there = slots[place];
      if (there instanceof Node deeper) {
        return with(place, deeper.with(holder, shift + BITS));
      }
      Holder other = (Holder) there;
      return other.tokenId().equals(holder.tokenId())
          ? with(place, holder)
          : with(place, apart(other, holder, shift + BITS));
    }

    private static Node apart(Holder one, Holder other, int shift) {
      Node alone = new Node(bit(one.tokenId().value(), shift), new Object[] {one});
      return alone.with(other, shift);
    }

    Node without(int key, int shift) {
      int bit = bit(key, shift);
      int place = place(bit);
      if (slots[place] instanceof Node deeper) {
        Node left = deeper.without(key, shift + BITS);
        boolean last = left.slots.length == 1 && left.slots[0] instanceof Holder;
        return with(place, last ? left.slots[0] : left);
      }
      Object[] fewer = new Object[slots.length - 1];
      System.arraycopy(slots, 0, fewer, 0, place);
      System.arraycopy(slots, place + 1, fewer, place, fewer.length - place);
      return new Node(present & ~bit, fewer);
    }

    private Node with(int place, Object inIt) {
      Object[] changed = slots.clone();
      changed[place] = inIt;
      return new Node(present, changed);
    }

    boolean isWithin(TokenIndex other) {
      return Arrays.stream(slots)
          .allMatch(
              slot ->
                  slot instanceof Node deeper
                      ? deeper.isWithin(other)
                      : slot.equals(other.find(((Holder) slot).tokenId())));
    }

    int sumOfHashes() {
      return Arrays.stream(slots)
          .mapToInt(slot -> slot instanceof Node deeper ? deeper.sumOfHashes() : slot.hashCode())
          .sum();
    }
  }
}

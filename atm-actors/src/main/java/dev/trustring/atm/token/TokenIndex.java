package dev.trustring.atm.token;

import dev.trustring.atm.permission.PermissionName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everybody who has a token, found by id in constant time. A change makes a new index and shares
 * all but one page and the way to it with the old one.
 *
 * <p>A table of small pages over the lowest bits of the id, which are drawn at random; it doubles
 * as it fills. A page has what a verification needs side by side in memory, so that one among
 * 100,000 tokens waits for the memory a few times and not once for every object on the way. It is
 * never iterated in an order that anybody sees.
 */
public final class TokenIndex {
  /** An index of nobody. */
  public static final TokenIndex EMPTY = new TokenIndex(new Page[][] {{Page.of(List.of())}}, 0);

  /** How many share a page on average before the table doubles. */
  private static final int CROWD = 4;

  /** How many pages make a row; a change copies one row, and the list of rows. */
  private static final int ROW_BITS = 7;

  private final Page[][] rows;
  private final int rowBits;
  private final int size;

  private TokenIndex(Page[][] rows, int size) {
    this.rows = rows;
    this.rowBits = Integer.numberOfTrailingZeros(rows[0].length);
    this.size = size;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** Whose id this is; null for nobody's. */
  public @Nullable Holder find(TokenId id) {
    return page(id.value()).find(id.value());
  }

  /** Whether a verification of this permission says granted; of nobody's id it does not. */
  public boolean grants(TokenId id, PermissionName name) {
    return page(id.value()).grants(id.value(), name);
  }

  /** With this one, in place of whoever had the same id. */
  public TokenIndex with(Holder holder) {
    TokenIndex index =
        changed(
            holder.tokenId(), others -> Stream.concat(others.stream(), Stream.of(holder)).toList());
    return index.size > CROWD * pages() ? index.doubled() : index;
  }

  /** Without the one who has this id. */
  public TokenIndex without(TokenId id) {
    return find(id) == null ? this : changed(id, others -> others);
  }

  /** The same with another page in the place of this id, made from all others of the old one. */
  private TokenIndex changed(TokenId id, UnaryOperator<List<Holder>> made) {
    int place = place(id.value());
    Page old = page(id.value());
    List<Holder> others =
        Arrays.stream(old.holders).filter(holder -> !holder.tokenId().equals(id)).toList();
    Page page = Page.of(made.apply(others));
    Page[][] copy = rows.clone();
    Page[] row = copy[place >>> rowBits].clone();
    row[place & row.length - 1] = page;
    copy[place >>> rowBits] = row;
    return new TokenIndex(copy, size + page.holders.length - old.holders.length);
  }

  private TokenIndex doubled() {
    int pages = 2 * pages();
    List<List<Holder>> shares = new ArrayList<>();
    IntStream.range(0, pages).forEach(place -> shares.add(new ArrayList<>()));
    holders().forEach(holder -> shares.get(holder.tokenId().value() & pages - 1).add(holder));
    int length = Math.min(pages, 1 << ROW_BITS);
    Page[][] wider = new Page[pages / length][length];
    for (int place = 0; place < pages; place++) {
      wider[place / length][place % length] = Page.of(shares.get(place));
    }
    return new TokenIndex(wider, size);
  }

  private Page page(int id) {
    int place = place(id);
    Page[] row = rows[place >>> rowBits];
    return row[place & row.length - 1];
  }

  private int place(int id) {
    return id & pages() - 1;
  }

  private int pages() {
    return rows.length << rowBits;
  }

  private Stream<Holder> holders() {
    return Arrays.stream(rows).flatMap(Arrays::stream).flatMap(page -> Arrays.stream(page.holders));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenIndex index
        && size == index.size
        && holders().allMatch(holder -> holder.equals(index.find(holder.tokenId())));
  }

  @Override
  public int hashCode() {
    return holders().mapToInt(Objects::hashCode).sum();
  }

  /** Those whose ids end alike. */
  private static final class Page {
    /**
     * The ids; then for each one where the hashes of what it is granted begin, and where the last
     * ones end; then all hashes.
     */
    private final int[] words;

    /** What the hashes are of, in the same order. */
    private final PermissionName[] names;

    private final Holder[] holders;

    private Page(int[] words, PermissionName[] names, Holder[] holders) {
      this.words = words;
      this.names = names;
      this.holders = holders;
    }

    static Page of(List<Holder> holders) {
      int count = holders.size();
      List<PermissionName> names = new ArrayList<>();
      int[] head = new int[2 * count + 1];
      for (int i = 0; i < count; i++) {
        head[i] = holders.get(i).tokenId().value();
        head[count + i] = head.length + names.size();
        names.addAll(holders.get(i).effectivelyGranted());
      }
      head[2 * count] = head.length + names.size();
      int[] hashes = names.stream().mapToInt(name -> name.value().hashCode()).toArray();
      int[] words = Arrays.copyOf(head, head.length + hashes.length);
      System.arraycopy(hashes, 0, words, head.length, hashes.length);
      return new Page(words, names.toArray(PermissionName[]::new), holders.toArray(Holder[]::new));
    }

    @Nullable Holder find(int id) {
      int which = which(id);
      return which < 0 ? null : holders[which];
    }

    private int which(int id) {
      int count = (words.length - names.length) >> 1;
      for (int i = 0; i < count; i++) {
        if (words[i] == id) {
          return i;
        }
      }
      return -1;
    }

    boolean grants(int id, PermissionName name) {
      int which = which(id);
      if (which < 0) {
        return false;
      }
      int first = words.length - names.length;
      int count = first >> 1;
      int hash = name.value().hashCode();
      for (int at = words[count + which]; at < words[count + which + 1]; at++) {
        if (words[at] == hash && names[at - first].equals(name)) {
          return true;
        }
      }
      return false;
    }
  }
}

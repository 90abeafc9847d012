package dev.trustring.config.project;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * Walks forward through the elements of an ASN.1 encoding, DER or BER. Whatever the bytes say, it
 * stays inside them; bytes that make no sense are an IllegalArgumentException.
 */
final class Asn1 {

  static final int INTEGER = 0x02;
  static final int OCTET_STRING = 0x04;
  static final int OBJECT_ID = 0x06;
  static final int SEQUENCE = 0x30;
  static final int SET = 0x31;
  static final int CONTEXT_0 = 0xA0;

  private static final int CONSTRUCTED = 0x20;
  private static final int INDEFINITE = 0x80;
  private static final int LENGTH_BYTES_MAX = 4;

  private final byte[] bytes;
  private final int end;
  private int at;

  private Asn1(byte[] bytes, int from, int end) {
    this.bytes = bytes;
    this.at = from;
    this.end = end;
  }

  static Asn1 of(byte[] bytes) {
    return new Asn1(bytes, 0, bytes.length);
  }

  /** Steps into the next element, which must have that tag. */
  Asn1 enter(int tag) {
    if (next() != tag) {
      throw new IllegalArgumentException(String.format("an element of tag %02x is missing", tag));
    }
    int first = next();
    if (first == INDEFINITE) {
      if ((tag & CONSTRUCTED) == 0) {
        throw new IllegalArgumentException("a simple element without a length");
      }
      return new Asn1(bytes, at, end);
    }
    int length = first < INDEFINITE ? first : longLength(first - INDEFINITE);
    if (length > end - at) {
      throw new IllegalArgumentException("an element is longer than the file");
    }
    Asn1 inside = new Asn1(bytes, at, at + length);
    at += length;
    return inside;
  }

  private int longLength(int count) {
    if (count > LENGTH_BYTES_MAX) {
      throw new IllegalArgumentException("an element is longer than the file");
    }
    long length = 0;
    for (int i = 0; i < count; i++) {
      length = length << 8 | next();
    }
    return (int) Math.min(length, Integer.MAX_VALUE);
  }

  private int next() {
    if (at >= end) {
      throw new IllegalArgumentException("it breaks off");
    }
    return bytes[at++] & 0xFF;
  }

  /** What is left of this element. */
  byte[] rest() {
    return Arrays.copyOfRange(bytes, at, end);
  }

  /** The octet string that comes next, in one piece or in several. */
  byte[] octets() {
    if (at < end && (bytes[at] & 0xFF) == OCTET_STRING) {
      return enter(OCTET_STRING).rest();
    }
    Asn1 pieces = enter(OCTET_STRING | CONSTRUCTED);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    while (pieces.at < pieces.end && pieces.bytes[pieces.at] == OCTET_STRING) {
      whole.writeBytes(pieces.enter(OCTET_STRING).rest());
    }
    return whole.toByteArray();
  }
}

package dev.trustring.config.project;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * The text inside a signed profile ({@code .p7b}): the content of a CMS SignedData (RFC 5652 §5).
 * The signature is not checked; a simulator trusts the project that it is given.
 */
final class SignedData {

  private static final byte[] ID_SIGNED_DATA = HexFormat.of().parseHex("2a864886f70d010702");
  private static final byte[] ID_DATA = HexFormat.of().parseHex("2a864886f70d010701");

  private SignedData() {}

  /** Whether the bytes begin as an encoding does, which no JSON text does. */
  static boolean looksSigned(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == Asn1.SEQUENCE;
  }

  /** The content. Bytes that are no such thing are an IllegalArgumentException. */
  static byte[] contentOf(byte[] bytes) {
    Asn1 signedData = contentOf(Asn1.of(bytes).enter(Asn1.SEQUENCE), ID_SIGNED_DATA);
    Asn1 parts = signedData.enter(Asn1.SEQUENCE);
    parts.enter(Asn1.INTEGER);
    parts.enter(Asn1.SET);
    return contentOf(parts.enter(Asn1.SEQUENCE), ID_DATA).octets();
  }

  private static Asn1 contentOf(Asn1 contentInfo, byte[] type) {
    if (!Arrays.equals(contentInfo.enter(Asn1.OBJECT_ID).rest(), type)) {
      throw new IllegalArgumentException("its content is not signed data");
    }
    return contentInfo.enter(Asn1.CONTEXT_0);
  }
}

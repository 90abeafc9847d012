package dev.trustring.trust.bind;

/** What the sink says in 170: a challenge of its own, and a signature that answers the other's. */
record Challenged(String challenge, String signature) {

  String text() {
    return challenge + "|" + signature;
  }

  /** A text without the mark has no signature, and so fails where that is checked. */
  static Challenged read(String text) {
    int cut = text.indexOf('|');
    return cut < 0
        ? new Challenged(text, "")
        : new Challenged(text.substring(0, cut), text.substring(cut + 1));
  }
}

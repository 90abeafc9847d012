package dev.trustring.sim.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** What stands in the blocks of a page. */
public final class PageText {

  private PageText() {}

  /** The bytes of a block, as a browser unpacks them. */
  public static byte[] bytes(String page, String block) {
    Matcher found =
        Pattern.compile("<script type=\"text/plain\" id=\"block-" + block + "\">([^<]*)</script>")
            .matcher(page);
    if (!found.find()) {
      throw new AssertionError("no block " + block);
    }
    byte[] packed = Base64.getDecoder().decode(found.group(1));
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same as text. */
  public static String text(String page, String block) {
    return new String(bytes(page, block), StandardCharsets.UTF_8);
  }
}

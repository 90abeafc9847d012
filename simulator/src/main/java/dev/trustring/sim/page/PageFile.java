package dev.trustring.sim.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * An HTML file with everything in it: it opens from disk and asks for nothing. Its policy names the
 * one script and the one style that it may use by their hashes. Data stands in blocks, gzip in
 * base64, so that no name in it can end an element or be taken for one.
 */
final class PageFile {

  /** Writes the bytes of a block. */
  interface Block {
    void write(OutputStream out) throws IOException;
  }

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

  private final String template;
  private final List<String> scripts;
  private final Map<String, Block> blocks = new LinkedHashMap<>();

  /**
   * A page without data.
   *
   * @param template the resource that it is made of
   * @param scripts the resources of its script, in their order
   */
  PageFile(String template, List<String> scripts) {
    this.template = template;
    this.scripts = List.copyOf(scripts);
  }

  PageFile with(String name, Block block) {
    blocks.put(name, block);
    return this;
  }

  PageFile with(String name, String text) {
    return with(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes the file. */
  void write(Path file, String title) throws IOException {
    String style = resource("page.css");
    String script = scripts.stream().map(PageFile::resource).collect(Collectors.joining("\n"));
    Map<String, String> texts =
        Map.of(
            "title", Markup.escaped(title),
            "style", style,
            "script", script,
            "styled", hash(style),
            "scripted", hash(script));
    String whole = resource(template);
    try (OutputStream out = Files.newOutputStream(file)) {
      int from = 0;
      for (MatchResult place : PLACE.matcher(whole).results().toList()) {
        text(out, whole.substring(from, place.start()));
        if (place.group(1).equals("blocks")) {
          writeBlocks(out);
        } else {
          text(out, Objects.requireNonNull(texts.get(place.group(1)), place.group()));
        }
        from = place.end();
      }
      text(out, whole.substring(from));
    }
  }

  private void writeBlocks(OutputStream out) throws IOException {
    for (Map.Entry<String, Block> block : blocks.entrySet()) {
      text(out, "<script type=\"text/plain\" id=\"block-" + block.getKey() + "\">");
      try (OutputStream packed =
          new GZIPOutputStream(Base64.getEncoder().wrap(new Unclosed(out)))) {
        block.getValue().write(packed);
      }
      text(out, "</script>\n");
    }
  }

  private static void text(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String hash(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(sum) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (InputStream in = Objects.requireNonNull(PageFile.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file goes on after a block. */
  private static final class Unclosed extends OutputStream {
    private final OutputStream out;

    Unclosed(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
      out.write(octet);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
      out.write(octets, from, length);
    }
  }
}

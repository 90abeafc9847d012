package dev.trustring.config.text;

import dev.trustring.kv.decision.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A user's file as text. What cannot be read as a text of at most {@value #CHARACTERS_MAX}
 * characters is an {@link InputError}.
 *
 * @param name the name by which messages speak of it
 */
public record TextFile(String name, String text) {

  /** Longest text, in Unicode code points: 1 MiB of them. */
  public static final int CHARACTERS_MAX = 1 << 20;

  /** Most bytes that such a text can need. */
  public static final int BYTES_MAX = 4 * CHARACTERS_MAX;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Reads the file at that path. */
  public static TextFile read(Path path, String name) {
    return decode(readBytes(path, name), name);
  }

  /** The bytes of the file at that path. */
  public static byte[] readBytes(Path path, String name) {
    Origin start = new Origin(name, 1, 1);
    if (Files.isDirectory(path)) {
      throw InputError.at(start, "this is a directory", "a file");
    }
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      throw InputError.at(start, "this is a device or a pipe", "a file");
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw tooLong(start);
      }
      return bytes;
    } catch (NoSuchFileException e) {
      throw InputError.at(start, "no such file");
    } catch (AccessDeniedException e) {
      throw InputError.at(start, "the file may not be read: access denied");
    } catch (FileSystemException e) {
      throw InputError.at(start, "the file cannot be read: " + reason(e));
    } catch (IOException e) {
      throw InputError.at(start, "the file cannot be read");
    }
  }

  private static String reason(FileSystemException e) {
    return e.getReason() == null ? "the system refuses" : e.getReason();
  }

  /** The bytes as UTF-8 text, without a byte order mark. */
  public static TextFile decode(byte[] bytes, String name) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    out.flip();
    String text = out.toString();
    if (result.isError()) {
      throw InputError.at(endOf(text, name), "this is not UTF-8", "a text file");
    }
    return of(name, text);
  }

  /** A text that is already at hand, such as one typed into a page. */
  public static TextFile of(String name, String text) {
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      throw InputError.at(endOf(text.substring(0, nul), name), "found a zero byte", "a text file");
    }
    if (text.codePointCount(0, text.length()) > CHARACTERS_MAX) {
      throw tooLong(new Origin(name, 1, 1));
    }
    boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    TextFile file = new TextFile(name, marked ? text.substring(1) : text);
    if (file.text.isBlank()) {
      throw InputError.at(new Origin(name, 1, 1), "the file is empty");
    }
    return file;
  }

  private static InputError tooLong(Origin start) {
    return InputError.at(
        start,
        "the file is too long",
        String.format(Locale.ROOT, "at most %,d characters", CHARACTERS_MAX));
  }

  /** The place of the character that follows the text. */
  static Origin endOf(String text, String name) {
    int line = 1;
    int lineStart = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new Origin(name, line, text.codePointCount(lineStart, text.length()) + 1);
  }
}

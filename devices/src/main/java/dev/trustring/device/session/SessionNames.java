package dev.trustring.device.session;

import dev.trustring.device.net.SessionName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may use which session name, from the table of the platform's own names (trust-and-softbus
 * §5.2). Names that are not in it belong to the apps in whose bundle and signing they end.
 */
final class SessionNames {

  private static final String TABLE = "session-names.txt";
  private static final String ANY_END = "*";

  /** The names of the platform's services. */
  static final SessionNames STANDARD = new SessionNames(read());

  /**
   * One row of the table.
   *
   * @param isApp whether apps use it, or processes of the system
   * @param isPublic whether another public name may talk to it
   */
  private record Row(String pattern, boolean isApp, String pkg, boolean isPublic) {

    boolean fits(SessionName name) {
      return pattern.endsWith(ANY_END)
          ? name.value().startsWith(pattern.substring(0, pattern.length() - 1))
          : name.value().equals(pattern);
    }

    boolean lets(SessionOwner owner) {
      return owner.isApp() == isApp && owner.pkg().equals(pkg);
    }
  }

  private final List<Row> rows;

  private SessionNames(List<Row> rows) {
    this.rows = rows;
  }

  private static List<Row> read() {
    try (InputStream in =
            Objects.requireNonNull(SessionNames.class.getResourceAsStream(TABLE), TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(SessionNames::row)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String line) {
    List<String> words = List.of(line.trim().split(" +"));
    return new Row(
        words.get(0), words.get(1).equals("app"), words.get(2), words.get(3).equals("public"));
  }

  private Optional<Row> rowOf(SessionName name) {
    return rows.stream().filter(row -> row.fits(name)).findFirst();
  }

  /** Whether a process may listen under a name and open sessions from it. */
  boolean mayUse(SessionOwner owner, SessionName name) {
    return rowOf(name)
        .map(row -> row.lets(owner))
        .orElseGet(() -> owner.app().filter(app -> isOwn(owner, app, name)).isPresent());
  }

  /** An app's package is valid when it is its bundle (our choice). */
  private static boolean isOwn(SessionOwner owner, SessionOwner.App app, SessionName name) {
    return owner.pkg().equals(app.bundle())
        && name.value().endsWith(app.ending())
        && name.value().length() > app.ending().length();
  }

  /** Whether a session from one name to the other is allowed at all. */
  boolean mayTalk(SessionName from, SessionName to) {
    return from.equals(to) || (isPublic(from) && isPublic(to));
  }

  private boolean isPublic(SessionName name) {
    return rowOf(name).filter(Row::isPublic).isPresent();
  }
}

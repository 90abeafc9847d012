package dev.trustring.sim.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {
  private static final String URL = "jdbc:postgresql://db:5432/rings";

  @Test
  void neverShowsThePassword() {
    Postgres where = new Postgres(URL + "?password=secret", "ann", "secret", "home");

    assertThat(where).asString().contains("db:5432/rings", "ann", "home").doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Home", "a-b", "a;drop", "7up", "a\"b"})
  void takesNoSchemaThatWouldHaveToBeQuoted(String schema) {
    assertThatThrownBy(() -> new Postgres(URL, "ann", "secret", schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + schema + "'");
  }

  @Test
  void takesNoOtherDatabase() {
    assertThatThrownBy(() -> new Postgres("jdbc:h2:mem:", "ann", "secret", "home"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void publishesTheScriptThatItRuns() {
    assertThat(Path.of("../docs/postgres-schema.sql")).hasContent(SqlScript.text("postgres.sql"));
  }
}

package dev.trustring.sim.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName TABLET = new DeviceName("tablet");

  @TempDir private Path temporary;
  private Path world;
  private Path phone;

  @BeforeEach
  void nameThePhonesFolder() throws IOException {
    world = temporary.toRealPath().resolve("world");
    phone = world.resolve("phone");
  }

  @Test
  void isMadeWhereThereIsNone() throws Exception {
    try (DataFolder folder = DataFolder.open(world, PHONE)) {
      assertThat(folder.path()).isEqualTo(phone).isDirectory();
      assertThat(phone.resolve("version")).hasContent("1");
      assertThat(phone.resolve("lock")).hasContent(String.valueOf(ProcessHandle.current().pid()));
    }
  }

  @Test
  void isOpenedOnceAtATime() throws Exception {
    try (DataFolder folder = DataFolder.open(world, PHONE);
        DataFolder other = DataFolder.open(world, TABLET)) {
      String line =
          "data folder " + phone + " is in use by process " + ProcessHandle.current().pid();

      assertThat(folder.path()).isNotEqualTo(other.path());
      assertThatRefusal().isEqualTo(line);
      assertThatRefusal().isEqualTo(line);
    }
    DataFolder.open(world, PHONE).close();
  }

  @Test
  void isOpenedOnceHoweverItsPathIsWritten() throws Exception {
    try (DataFolder folder = DataFolder.open(world, PHONE)) {
      Path roundabout = world.resolve("..").resolve("world");

      assertThat(folder.path()).isEqualTo(phone);
      assertThatThrownBy(() -> DataFolder.open(roundabout, PHONE))
          .isInstanceOf(DataFolderException.class);
    }
  }

  @Test
  void isNotTakenFromANewerVersion() throws Exception {
    DataFolder.open(world, PHONE).close();
    Files.writeString(phone.resolve("version"), "2\n");

    assertThatRefusal()
        .isEqualTo(
            "data folder "
                + phone
                + " cannot be used: it has layout 2 of a newer version, this one knows layout 1");
    assertThat(phone.resolve("version")).hasContent("2");
  }

  @Test
  void isNotTakenIfItsVersionIsNoNumber() throws Exception {
    DataFolder.open(world, PHONE).close();
    Files.writeString(phone.resolve("version"), "");

    assertThatRefusal().endsWith("its file 'version' does not hold a number");
  }

  @Test
  void isNotTakenIfAJournalLiesInItWithoutAVersion() throws Exception {
    Files.createDirectories(phone);
    Files.writeString(phone.resolve("journal.mv.db"), "somebody's");

    assertThatRefusal().endsWith("it holds a journal but no file 'version'");
  }

  @Test
  void isNotAFile() throws Exception {
    Files.createDirectories(world);
    Files.writeString(phone, "a file");

    assertThatRefusal()
        .isEqualTo("data folder " + phone + " cannot be used: " + phone + " is not a folder");
  }

  @Test
  void isNotMadeBelowAFile() throws Exception {
    Files.writeString(world, "a file");

    assertThatRefusal().startsWith("data folder " + phone + " cannot be used: ");
  }

  @Test
  void isNotTakenIfItMayNotBeWritten() throws Exception {
    Files.createDirectories(phone);
    assumeThat(phone.toFile().setWritable(false)).isTrue();
    assumeThat(Files.isWritable(phone)).as("root may write anywhere").isFalse();

    assertThatRefusal().startsWith("data folder " + phone + " cannot be used: ");
  }

  private AbstractStringAssert<?> assertThatRefusal() {
    try (DataFolder folder = DataFolder.open(world, PHONE)) {
      throw new AssertionError(folder.path() + " was opened");
    } catch (DataFolderException e) {
      return assertThat(e.getMessage()).doesNotContain("\n");
    }
  }
}

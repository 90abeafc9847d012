package dev.trustring.config.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedProfileTest {

  private static final String P7B = "signature/notes.p7b";
  private static final byte[] JSON =
      ProjectFolder.sample(ProjectFolder.PROFILE).getBytes(StandardCharsets.UTF_8);

  @TempDir private Path root;

  @Test
  void readsTheProfileInsideASignedOne() throws IOException {
    ProjectFolder folder = signedWith(der(octets(JSON)));

    SigningProfile profile = folder.read().profile().orElseThrow();

    assertThat(profile.aplAt().toString()).isEqualTo("Notes/signature/notes.p7b:16:12");
    assertThat(profile.signing())
        .isEqualTo(ProjectReader.read(ProjectFolder.SAMPLE, "x").profile().orElseThrow().signing());
  }

  @Test
  void readsAContentInPieces() throws IOException {
    byte[] first = octets(Arrays.copyOfRange(JSON, 0, 100));
    byte[] second = octets(Arrays.copyOfRange(JSON, 100, JSON.length));

    assertThat(SignedData.contentOf(der(element(0x24, concat(first, second))))).isEqualTo(JSON);
  }

  @Test
  void readsAnEncodingThatDoesNotSayItsLength() {
    byte[] end = {0, 0};
    byte[] pieces = concat(new byte[] {0x24, (byte) 0x80}, octets(JSON), end);
    byte[] explicit = concat(new byte[] {(byte) 0xA0, (byte) 0x80}, pieces, end);
    byte[] content =
        concat(new byte[] {0x30, (byte) 0x80}, oid("2a864886f70d010701"), explicit, end);
    byte[] data =
        concat(
            new byte[] {0x30, (byte) 0x80},
            element(0x02, new byte[] {1}),
            element(0x31),
            content,
            end);
    byte[] outer = concat(new byte[] {(byte) 0xA0, (byte) 0x80}, data, end);

    byte[] all = concat(new byte[] {0x30, (byte) 0x80}, oid("2a864886f70d010702"), outer, end);

    assertThat(SignedData.contentOf(all)).isEqualTo(JSON);
  }

  @Test
  void tellsWhenTheContentIsSomethingElse() throws IOException {
    ProjectFolder folder = signedWith(element(0x30, oid("2a864886f70d010703")));

    assertThat(folder.problems())
        .containsExactly(
            "Notes/signature/notes.p7b:1:1: not a signed profile: its content is not signed data");
  }

  @Test
  void tellsWhenItBreaksOff() throws IOException {
    ProjectFolder folder = signedWith(Arrays.copyOf(der(octets(JSON)), 200));

    assertThat(folder.problems())
        .containsExactly(
            "Notes/signature/notes.p7b:1:1: not a signed profile:"
                + " an element is longer than the file");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void survivesAnyBytes(long seed) {
    Random random = new Random(seed);
    byte[] whole = der(octets(JSON));
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
      for (int edits = random.nextInt(6); edits > 0; edits--) {
        bytes[random.nextInt(Math.min(60, bytes.length))] = (byte) random.nextInt();
      }
      assertThatCode(() -> contentOrRefusal(bytes)).doesNotThrowAnyException();
    }
  }

  private static int contentOrRefusal(byte[] bytes) {
    try {
      return SignedData.contentOf(bytes).length;
    } catch (IllegalArgumentException refused) {
      return -1;
    }
  }

  private ProjectFolder signedWith(byte[] bytes) throws IOException {
    ProjectFolder folder =
        ProjectFolder.copiedTo(root)
            .change(ProjectFolder.BUILD, "notes-release-profile.json", "notes.p7b");
    Files.write(folder.path(P7B), bytes);
    return folder;
  }

  private static byte[] der(byte[] octetString) {
    byte[] content = element(0x30, oid("2a864886f70d010701"), element(0xA0, octetString));
    byte[] certificates = element(0xA0, new byte[300]);
    byte[] data =
        element(0x30, element(0x02, new byte[] {1}), element(0x31), content, certificates);
    return element(0x30, oid("2a864886f70d010702"), element(0xA0, data));
  }

  private static byte[] octets(byte[] bytes) {
    return element(0x04, bytes);
  }

  private static byte[] oid(String hex) {
    return element(0x06, HexFormat.of().parseHex(hex));
  }

  private static byte[] element(int tag, byte[]... parts) {
    byte[] body = concat(parts);
    byte[] head =
        body.length < 128
            ? new byte[] {(byte) tag, (byte) body.length}
            : new byte[] {(byte) tag, (byte) 0x82, (byte) (body.length >> 8), (byte) body.length};
    return concat(head, body);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}

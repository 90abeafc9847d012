package dev.trustring.atm.lite;

import static dev.trustring.atm.lite.LiteDevice.CAMERA;
import static dev.trustring.atm.lite.LiteDevice.NOTES;
import static dev.trustring.atm.lite.LiteDevice.UID;
import static dev.trustring.atm.lite.LiteDevice.some;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionFileTest {

  @Test
  void writesWhatThePlatformWrites() {
    String text = PermissionFile.write(List.of(new PermissionSaved(CAMERA, "to \"see\"", true, 2)));

    assertThat(text)
        .isEqualTo(
            "{\"permissions\":[{\"name\":\"ohos.permission.CAMERA\",\"desc\":\"to \\\"see\\\"\","
                + "\"isGranted\":true,\"flags\":\"2\"}]}");
    assertThat(PermissionFile.read(text).permissions())
        .containsExactly(new PermissionSaved(CAMERA, "to \"see\"", true, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "nonsense",
        "{\"permissions\":[",
        "{\"permissions\":[{\"name\":\"a\",\"desc\":\"b\",\"isGranted\":true}]}",
        "{\"permissions\":[{\"name\":\"a\",\"desc\":\"b\",\"isGranted\":true,\"flags\":0}]}",
        "{\"permissions\":[{\"name\":1,\"desc\":\"b\",\"isGranted\":true,\"flags\":\"0\"}]}",
        "{\"permissions\":[{\"name\":\"a\",\"desc\":null,\"isGranted\":true,\"flags\":\"0\"}]}",
        "{\"permissions\":[{\"name\":\"a\",\"desc\":\"b\",\"flags\":\"0\"}]}",
        "{\"permissions\":[7]}"
      })
  void callsAFileBrokenThatIsNoneOfItsOwn(String text) {
    LiteDevice device = LiteDevice.empty().withFile(text);

    assertThat(device.code(new Lite.Command.QueryPermission(some(NOTES)))).isEqualTo(16);
    assertThat(device.code(new Lite.Command.LoadPermissions(some(NOTES), UID))).isEqualTo(16);
    assertThat(device.grant(CAMERA)).isEqualTo(16);
    assertThat(device.save(1, 1, CAMERA)).isEqualTo(16);
    assertThat(device.save(1, 0, CAMERA)).isZero();
  }

  @Test
  void callsAFileBrokenThatIsNestedWithoutEnd() {
    String deep = "[".repeat(100_000);

    assertThat(PermissionFile.read("{\"permissions\":" + deep).code().number()).isEqualTo(16);
  }

  @Test
  void cannotCopyANameOrDescriptionThatIsTooLong() {
    assertThat(read("n".repeat(64), "d", "true", "0").code().number()).isEqualTo(17);
    assertThat(read("n", "d".repeat(128), "true", "0").code().number()).isEqualTo(17);
    assertThat(read("n".repeat(63), "d".repeat(127), "true", "0").code().number()).isZero();
  }

  @Test
  void takesAFileWithoutAListForOneThatIsEmpty() {
    assertThat(PermissionFile.read("{}").permissions()).isEmpty();
    assertThat(PermissionFile.read("{}").isRead()).isTrue();
    assertThat(PermissionFile.read("{\"permissions\":7}").isRead()).isTrue();
    assertThat(PermissionFile.read("null").isRead()).isTrue();
  }

  @Test
  void readsKeysInAnyCaseAndNothingAfterTheEnd() {
    String text =
        "{\"PERMISSIONS\":[{\"Name\":\"a\",\"DESC\":\"b\",\"isgranted\":true,\"Flags\":\"2\"}]}"
            + " rest";

    assertThat(PermissionFile.read(text).permissions())
        .containsExactly(new PermissionSaved("a", "b", true, 2));
  }

  @Test
  void readsNumbersAsTheLanguageCDoes() {
    assertThat(flags("2")).isEqualTo(2);
    assertThat(flags(" -7 and more")).isEqualTo(-7);
    assertThat(flags("+3")).isEqualTo(3);
    assertThat(flags("two")).isZero();
    assertThat(flags("")).isZero();
    assertThat(flags("99999999999")).isZero();
  }

  @Test
  void takesNumbersForGrantsAndTextsForNone() {
    assertThat(granted("1")).isTrue();
    assertThat(granted("0")).isFalse();
    assertThat(granted("\"true\"")).isFalse();
    assertThat(granted("null")).isFalse();
  }

  private static int flags(String text) {
    return read("a", "b", "true", text).permissions().get(0).flags();
  }

  private static boolean granted(String json) {
    return read("a", "b", json, "0").permissions().get(0).granted();
  }

  private static PermissionFile.Content read(
      String name, String desc, String granted, String flags) {
    return PermissionFile.read(
        "{\"permissions\":[{\"name\":\"%s\",\"desc\":\"%s\",\"isGranted\":%s,\"flags\":\"%s\"}]}"
            .formatted(name, desc, granted, flags));
  }

  @ParameterizedTest
  @CsvSource({"'+9', 9", "' 190x', 190", "'-0', 0", "'', 0", "'+', 0"})
  void readsFlagsAsTheCFunctionOfThePlatformDoes(String written, int flags) {
    String text =
        "{\"permissions\":[{\"name\":\"a\",\"desc\":\"b\",\"isGranted\":true,\"flags\":\""
            + written
            + "\"}]}";

    assertThat(PermissionFile.read(text).permissions())
        .containsExactly(new PermissionSaved("a", "b", true, flags));
  }
}

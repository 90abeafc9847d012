package dev.trustring.sim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DeviceCommandTest {

  private static final String HEAD =
      """
      trustring: 1
      title: A ring by hand
      teaches: Devices of one account find each other also when each is a process of its own.
      seed: 7
      apps:
        notes:
          project: ../projects/NotesApp
          stores:
            notes: { securityLevel: S2, kvStoreType: SINGLE_VERSION }
      devices:
        phone:  { kind: phone, level: SL4, account: acct-1, apps: [notes] }
        tablet: { kind: tablet, level: SL4, account: acct-1, apps: [notes] }
      networks:
        home: { type: wifi, members: [phone, tablet] }
      timeline:
      """;

  private static final String CALL = "  - { at: %s, on: %s, app: notes, call: %s, args: { %s } }\n";

  @TempDir private Path folder = Path.of("");

  /**
   * The processes start at moments of their own, so the phone pushes and the tablet looks often.
   */
  private static String story() {
    StringBuilder story = new StringBuilder(HEAD);
    String both = "[phone, tablet]";
    story.append(
        CALL.formatted(
            "0s",
            both,
            "abilityAccessCtrl.requestPermissionsFromUser",
            "permissionList: [ohos.permission.DISTRIBUTED_DATASYNC]"));
    story.append(CALL.formatted("2s", both, "distributedKVStore.getKVStore", "storeId: notes"));
    story.append(
        CALL.formatted("3s", "phone", "SingleKVStore.put", "storeId: notes, key: n1, value: milk"));
    for (int second = 5; second < 45; second += 2) {
      story.append(
          CALL.formatted(
              second + "s",
              "phone",
              "SingleKVStore.sync",
              "storeId: notes, deviceIds: [tablet], mode: PUSH_ONLY"));
      story.append(
          CALL.formatted(
              second + 1 + "s", "tablet", "SingleKVStore.get", "storeId: notes, key: n1"));
    }
    return story.toString();
  }

  @Test
  @Timeout(100)
  void aRowReachesADeviceThatIsAnotherProcess() throws IOException, InterruptedException {
    String world = new ScenarioCopy(folder).telling(story()).file();
    String port = Integer.toString(DeviceProcess.twoFreePorts());
    String[] here = {"--world", world, "--data", folder.resolve("data").toString(), "--port", port};

    try (DeviceProcess phone = started("phone", here);
        DeviceProcess tablet = started("tablet", here)) {
      phone.line(line -> line.contains("ready at 127.0.0.1:" + port));
      Shell.Result third = new Shell().run(command("phone", here));
      phone.line(line -> line.contains("notes to tablet: yes, 1 row sent"));
      String got = tablet.line(line -> line.endsWith("\"milk\""));

      assertThat(got).contains("tablet").contains("answer");
      assertThat(third.code()).isEqualTo(2);
      assertThat(third.errLines()).hasSize(1);
      assertThat(third.err()).contains("data folder").contains("is in use by process");
      assertThat(phone.terminated()).as(() -> phone + "\n" + tablet).isEqualTo(128 + 15);
      assertThat(phone.allLines()).anyMatch(line -> line.endsWith("shuts down"));
    }
  }

  private static String[] command(String name, String... options) {
    String[] all = new String[options.length + 3];
    all[0] = "device";
    all[1] = "--name";
    all[2] = name;
    System.arraycopy(options, 0, all, 3, options.length);
    return all;
  }

  private static DeviceProcess started(String name, String... options) throws IOException {
    String[] all = command(name, options);
    return DeviceProcess.start(java.util.Arrays.copyOfRange(all, 1, all.length));
  }
}

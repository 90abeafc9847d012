package dev.trustring.device.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the bytes of version 1 fast: what was stored once is read and written the same for ever.
 * {@code -Dgolden.update=true} makes files that are missing and never changes one that is there.
 */
class StoredBytesTest {

  private static final Path STORED = Path.of("src/test/resources/wire/v" + FrameCodec.VERSION);

  private static final DeviceName PHONE = new DeviceName("phone");
  private static final DeviceName WATCH = new DeviceName("watch");

  /** One kind of message: how its sample becomes bytes and comes back. */
  private interface Form {
    Object sample();

    byte[] write() throws WireException;

    Object read(byte[] bytes) throws WireException;
  }

  private record Message<T>(Class<T> root, T sample) implements Form {
    @Override
    public byte[] write() {
      return Cbor.write(root, sample);
    }

    @Override
    public Object read(byte[] bytes) throws WireException {
      return Cbor.read(root, bytes);
    }
  }

  private record WholeFrame(Frame sample) implements Form {
    @Override
    public byte[] write() throws WireException {
      return FrameCodec.encode(sample);
    }

    @Override
    public Object read(byte[] bytes) throws WireException {
      return FrameCodec.decode(bytes);
    }
  }

  @TestFactory
  Stream<DynamicTest> readsAndWritesStoredBytesOfEveryKind() {
    return forms().entrySet().stream()
        .map(form -> dynamicTest(form.getKey(), () -> isAsStored(form.getKey(), form.getValue())));
  }

  @Test
  void keepsEveryKindOfWhichThereAreStoredBytes() throws IOException {
    try (Stream<Path> files = Files.list(STORED)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .as("a kind of version %d is gone: devices still send and keep it", FrameCodec.VERSION)
          .isSubsetOf(forms().keySet());
    }
  }

  private static void isAsStored(String name, Form form) throws IOException, WireException {
    Path file = STORED.resolve(name);
    if (Boolean.getBoolean("golden.update") && !Files.exists(file)) {
      Files.createDirectories(STORED);
      Files.write(file, form.write());
    }
    assertThat(file).as("stored bytes, which -Dgolden.update=true makes if missing").exists();
    byte[] stored = Files.readAllBytes(file);

    assertThat(form.read(stored)).as("%s, read", file).isEqualTo(form.sample());
    assertThat(form.write()).as("%s, written again", file).isEqualTo(stored);
  }

  private static Map<String, Form> forms() {
    Map<String, Form> forms = new TreeMap<>();
    for (Class<?> kind : WireTypes.kindsOf(Payload.class)) {
      Frame frame = new Frame(PHONE, WATCH, Bearer.WIFI, (Payload) Samples.full(kind));
      forms.put("Frame." + kind.getSimpleName() + ".frame", new WholeFrame(frame));
    }
    for (Class<?> root : WireTypes.MESSAGES) {
      addAll(forms, root, WireTypes.kindsOf(root));
    }
    return forms;
  }

  private static <T> void addAll(Map<String, Form> forms, Class<T> root, List<Class<?>> kinds) {
    for (Class<?> kind : kinds) {
      String name = WireTypes.name(root) + "." + kind.getSimpleName() + ".cbor";
      forms.put(name, new Message<>(root, root.cast(Samples.full(kind))));
    }
  }
}

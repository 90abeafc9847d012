package dev.trustring.device.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.trustring.device.net.Bearer;
import dev.trustring.device.net.Frame;
import dev.trustring.device.net.Payload;
import dev.trustring.trust.identity.DeviceName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Finds the types by itself, so that a new one is held to it without anybody thinking of it. */
class RoundTripTest {

  @TestFactory
  Stream<DynamicTest> bringsEveryRecordBack() {
    return WireTypes.reachable().stream()
        .filter(Class::isRecord)
        .map(type -> dynamicTest(WireTypes.name(type), () -> comesBack(type, type)));
  }

  @TestFactory
  Stream<DynamicTest> bringsEveryKindBackThroughWhatItIsAKindOf() {
    return WireTypes.reachable().stream()
        .filter(Class::isSealed)
        .flatMap(
            root ->
                WireTypes.kindsOf(root).stream()
                    .map(
                        kind ->
                            dynamicTest(
                                WireTypes.name(root) + " " + WireTypes.name(kind),
                                () -> comesBack(root, kind))));
  }

  @TestFactory
  Stream<DynamicTest> bringsEveryConstantBack() {
    return WireTypes.reachable().stream()
        .filter(Class::isEnum)
        .map(type -> dynamicTest(WireTypes.name(type), () -> constantsComeBack(type)));
  }

  @TestFactory
  Stream<DynamicTest> bringsFramesOfEveryPayloadBack() {
    return WireTypes.kindsOf(Payload.class).stream()
        .map(kind -> dynamicTest(WireTypes.name(kind), () -> frameComesBack(kind)));
  }

  @Test
  void findsTypesOfAllParts() {
    assertThat(WireTypes.reachable())
        .extracting(Class::getSimpleName)
        .contains("Frame", "DataRequest", "Row", "AccessRow", "HapToken", "StoreRecord", "Finish");
  }

  private static <T> void comesBack(Class<T> root, Class<?> type) throws WireException {
    for (Object sample : List.of(Samples.full(type), Samples.whole(type), Samples.sparse(type))) {
      byte[] bytes = Cbor.write(root, root.cast(sample));

      assertThat(Cbor.read(root, bytes)).isEqualTo(sample);
      assertThat(Cbor.write(root, root.cast(sample))).isEqualTo(bytes);
    }
  }

  private static <T> void constantsComeBack(Class<T> type) throws WireException {
    for (T constant : type.getEnumConstants()) {
      assertThat(Cbor.read(type, Cbor.write(type, constant))).isEqualTo(constant);
    }
  }

  private static void frameComesBack(Class<?> kind) throws WireException {
    for (Object sample : List.of(Samples.full(kind), Samples.sparse(kind))) {
      Frame frame =
          new Frame(
              new DeviceName("phone"), new DeviceName("watch"), Bearer.WIFI, (Payload) sample);

      assertThat(FrameCodec.decode(FrameCodec.encode(frame))).isEqualTo(frame);
    }
  }
}

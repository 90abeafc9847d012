package dev.trustring.sim.status;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The file in a device's folder that holds its status; whoever reads it finds it whole. */
final class StatusFile {

  private static final String NAME = "status.json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private StatusFile() {}

  static void write(Path folder, DeviceStatus status) throws IOException {
    Path draft = folder.resolve(NAME + ".new");
    Files.write(draft, MAPPER.writeValueAsBytes(status));
    Files.move(
        draft,
        folder.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** What the device said last; empty when it never did, or in a form that is not known here. */
  static Optional<DeviceStatus> read(Path folder) throws IOException {
    try {
      return Optional.ofNullable(
          MAPPER.readValue(Files.readAllBytes(folder.resolve(NAME)), DeviceStatus.class));
    } catch (NoSuchFileException | JsonProcessingException e) {
      return Optional.empty();
    }
  }
}

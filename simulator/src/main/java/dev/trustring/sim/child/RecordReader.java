package dev.trustring.sim.child;

import dev.trustring.device.wire.Cbor;
import dev.trustring.device.wire.WireException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads records from a pipe as {@link RecordWriter} writes them. */
public final class RecordReader<T> {

  private final Class<T> root;
  private final DataInputStream in;

  public RecordReader(Class<T> root, InputStream in) {
    this.root = root;
    this.in = new DataInputStream(in);
  }

  /** The next record; empty when the other end is gone. */
  public Optional<T> next() throws IOException {
    int length = in.read();
    if (length < 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(Cbor.read(root, body(length)));
    } catch (EOFException e) {
      // The other end was killed in the middle of it.
      return Optional.empty();
    } catch (WireException e) {
      throw new IOException("what came is no " + root.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  private byte[] body(int firstByte) throws IOException {
    int length =
        firstByte << 24
            | in.readUnsignedByte() << 16
            | in.readUnsignedByte() << 8
            | in.readUnsignedByte();
    if (length < 0 || length > RecordWriter.LONGEST) {
      throw new IOException("what came is no record: it would have " + length + " bytes");
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return bytes;
  }
}

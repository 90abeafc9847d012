package dev.trustring.sim.child;

import dev.trustring.device.wire.Cbor;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes records to a pipe: four bytes of length, then the record as CBOR. Whoever writes never
 * waits for the other end; a thread of its own does.
 */
public final class RecordWriter<T> {

  /** The longest record in bytes. */
  static final int LONGEST = 1 << 28;

  private final Class<T> root;
  private final DataOutputStream out;
  private final BlockingQueue<Optional<byte[]>> waiting = new LinkedBlockingQueue<>();
  private final Thread thread;

  public RecordWriter(Class<T> root, OutputStream out, String name) {
    this.root = root;
    this.out = new DataOutputStream(new BufferedOutputStream(out));
    this.thread = new Thread(this::work, name);
    thread.setDaemon(true);
    thread.start();
  }

  public void write(T record) {
    waiting.add(Optional.of(Cbor.write(root, record)));
  }

  /** Closes the pipe when everything is written. */
  public void close() {
    waiting.add(Optional.empty());
  }

  /** Waits until the pipe is closed, this long at most. */
  public void awaitClosed(long millis) {
    try {
      thread.join(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    try (out) {
      Optional<byte[]> next = take();
      while (next.isPresent()) {
        out.writeInt(next.get().length);
        out.write(next.get());
        if (waiting.isEmpty()) {
          out.flush();
        }
        next = take();
      }
    } catch (IOException e) {
      // Nobody is there to read it; the reader of the other direction notices that as well.
    }
  }

  private Optional<byte[]> take() throws InterruptedIOException {
    try {
      return waiting.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}

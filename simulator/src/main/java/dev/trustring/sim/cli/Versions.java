package dev.trustring.sim.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which version this is, as the build wrote it down. */
final class Versions implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    Properties versions = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("version.properties")) {
      if (in == null) {
        throw new IllegalStateException("the build did not write version.properties");
      }
      versions.load(in);
    }
    return new String[] {
      Trustring.NAME + " " + versions.getProperty("version"), "Akka " + versions.getProperty("akka")
    };
  }
}

package dev.trustring.device.call;

import java.util.List;
import java.util.Optional;

/**
 * The published face of one platform call.
 *
 * @param returns one clause on what a success brings
 * @param failures the codes and names it can raise at once, each with one clause
 * @param meaning one sentence on what the call does
 */
public record CallSpec(
    CallName name, List<Param> params, String returns, List<Failure> failures, String meaning) {

  /** One way in which a call fails at once: {@code 401}, or a name where no code exists. */
  public record Failure(String codeOrName, String when) {}

  public CallSpec {
    params = List.copyOf(params);
    failures = List.copyOf(failures);
  }

  /** The parameter of that name. */
  public Optional<Param> param(String name) {
    return params.stream().filter(param -> param.name().equals(name)).findFirst();
  }
}

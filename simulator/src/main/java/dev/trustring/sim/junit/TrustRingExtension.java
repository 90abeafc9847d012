package dev.trustring.sim.junit;

import dev.trustring.sim.oracle.Verdict;
import dev.trustring.sim.run.RunResult;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** Gives a {@link TrustRingTest} its runs: each is an invocation of the method. */
final class TrustRingExtension implements TestTemplateInvocationContextProvider {

  private static final ExtensionContext.Namespace OURS =
      ExtensionContext.Namespace.create(TrustRingExtension.class);

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(TrustRingTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    TrustRingTest wanted = context.getRequiredTestMethod().getAnnotation(TrustRingTest.class);
    return TestRun.of(wanted, context.getRequiredTestClass()).map(Invocation::new);
  }

  /** One run: its name, and what is done before the method is called. */
  private record Invocation(TestRun run) implements TestTemplateInvocationContext {

    @Override
    public String getDisplayName(int index) {
      return run.name();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new Playing(run), new Result());
    }
  }

  private record Playing(TestRun run) implements BeforeEachCallback {

    @Override
    public void beforeEach(ExtensionContext context) {
      RunResult result = run.play();
      if (result.verdict() == Verdict.VIOLATED) {
        throw new AssertionFailedError(run.failure(result));
      }
      if (result.verdict() != Verdict.HELD) {
        throw new TestAbortedException(run.name() + " is " + result.verdict().word());
      }
      context.getStore(OURS).put(RunResult.class, result);
    }
  }

  private static final class Result implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunResult.class;
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context.getStore(OURS).get(RunResult.class, RunResult.class);
    }
  }
}

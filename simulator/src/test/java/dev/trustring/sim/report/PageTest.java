package dev.trustring.sim.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PageTest {

  private static String written(int width, Consumer<Page> writer) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    writer.accept(new Page(out, width, false));
    out.flush();
    return text.toString();
  }

  @Test
  void breaksBetweenWords() {
    assertThat(written(12, page -> page.line("one two three four")))
        .isEqualTo("one two\nthree four\n");
  }

  @Test
  void breaksALongPathAfterASlash() {
    assertThat(written(12, page -> page.line("entry/src/main/module.json5")))
        .isEqualTo("entry/src/\nmain/\nmodule.json5\n");
  }

  @Test
  void countsChineseCharactersTwice() {
    assertThat(written(9, page -> page.line("分布式 数据"))).isEqualTo("分布式\n数据\n");
  }

  @Test
  void showsControlCodesOfAFileInsteadOfObeyingThem() {
    assertThat(written(40, page -> page.line("red \u001b[31mhat")))
        .isEqualTo("red \\u001b[31mhat\n");
  }

  @Test
  void alignsColumnsAndHangsTheLast() {
    List<List<Cell>> rows =
        List.of(
            List.of(Cell.of("a"), Cell.of("first of two rows")),
            List.of(Cell.of("bbb"), Cell.of("second of these two rows here")));

    assertThat(written(27, page -> page.table(1, rows)))
        .isEqualTo(" a    first of two rows\n bbb  second of these two\n      rows here\n");
  }

  @Test
  void putsTheLastColumnBelowWhenItWouldBeTooNarrow() {
    List<List<Cell>> rows = List.of(List.of(Cell.of("a wide column"), Cell.of("why it is so")));

    assertThat(written(24, page -> page.table(0, rows)))
        .isEqualTo("a wide column\n    why it is so\n");
  }

  @Test
  void continuesALongCommandAfterABackslash() {
    assertThat(written(24, page -> page.command(0, "trustring why a --from b --to c")))
        .isEqualTo("trustring why a \\\n    --from b --to c\n");
  }
}

package dev.trustring.atm;

import static dev.trustring.atm.Phone.NOTES;
import static dev.trustring.atm.Phone.aPhone;
import static dev.trustring.atm.Phone.names;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trustring.atm.caller.AtmCaller;
import dev.trustring.atm.grant.GrantState;
import dev.trustring.atm.install.HapInstall;
import dev.trustring.atm.permission.PermissionName;
import dev.trustring.atm.token.DlpType;
import dev.trustring.atm.token.HapDetails;
import dev.trustring.atm.token.TokenIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about grants (access-token §4.3, §4.5, §4.6). */
class QuestionsTest {
  private static final AtmCaller SETTINGS = AtmCaller.SETTINGS;
  private static final AtmCaller SELF = new AtmCaller.App(NOTES);
  private static final TokenIdentity CHAT = TokenIdentity.of("com.example.chat");
  private static final String INTERNET = PermissionName.of("INTERNET").value();
  private static final String CAMERA = PermissionName.of("CAMERA").value();

  private final Phone phone =
      aPhone()
          .withNotes("CAMERA", "INTERNET")
          .with(HapInstall.ordinary(CHAT, PermissionName.of("INTERNET")));

  @ParameterizedTest(name = "flags of {1} of {0} by {2}: {3}")
  @CsvSource({
    "0, CAMERA, notes, 12100001",
    "notes, '', notes, 12100001",
    "notes, NONSENSE, notes, 202",
    "notes, NONSENSE, daemon, 201",
    "7, NONSENSE, settings, 12100003",
    "7, CAMERA, settings, 12100002",
    "notes, READ_AUDIO, settings, 12100003",
    "notes, CAMERA, settings, 0"
  })
  void tellsFlagsInTheOrderOfThePlatform(String token, String name, String caller, int code) {
    AtmCaller who =
        switch (caller) {
          case "notes" -> SELF;
          case "daemon" -> new AtmCaller.Service("daemon", List.of(), false);
          default -> SETTINGS;
        };
    TokenRef ref =
        token.equals("notes") ? TokenRef.of(NOTES) : TokenRef.of(Integer.parseInt(token));
    String full = name.isEmpty() ? "" : PermissionName.of(name).value();

    assertThat(phone.code(new AtmApi.GetFlags(who, ref, full))).isEqualTo(code);
  }

  @Test
  void tellsFlagsWithoutTheBitOfAPreAuthorization() {
    phone.whereNotesHolds("CAMERA", new GrantState(false, 10));

    assertThat(phone.ask(new AtmApi.GetFlags(SETTINGS, TokenRef.of(NOTES), CAMERA)))
        .isEqualTo(new ApiReply.Value(2));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"SOURCES, 0", "REFERENCE, 12100006"})
  void refusesFlagsOfASandboxOnlyByTheReference(Documentation followed, int code) {
    phone.following(followed).whereNotesIs(HapDetails.ORDINARY.withDlpType(DlpType.READ));

    assertThat(phone.code(new AtmApi.GetFlags(SETTINGS, TokenRef.of(NOTES), INTERNET)))
        .isEqualTo(code);
  }

  @Test
  void tellsItsVersionToSystemApps() {
    assertThat(phone.ask(new AtmApi.GetVersion(SETTINGS))).isEqualTo(new ApiReply.Value(1));
    assertThat(phone.code(new AtmApi.GetVersion(SELF))).isEqualTo(202);
  }

  @Test
  void verifiesWithoutEverRefusingUnlessItIsAskedTo() {
    assertThat(verify(SELF, phone.notesTokenId(), INTERNET)).isZero();
    assertThat(verify(SELF, phone.notesTokenId(), CAMERA)).isEqualTo(-1);
    assertThat(verify(SELF, 0, INTERNET)).isEqualTo(-1);
    assertThat(verify(SELF, phone.notesTokenId(), "")).isEqualTo(-1);
    assertThat(verify(SELF, phone.notesTokenId() | 1 << 25, INTERNET)).isEqualTo(-1);
    assertThat(phone.code(new AtmApi.VerifyToken(SELF, TokenRef.of(0), INTERNET, true)))
        .isEqualTo(12100001);
    assertThat(phone.code(new AtmApi.VerifyToken(SELF, TokenRef.of(7), "", true)))
        .isEqualTo(12100001);
    assertThat(phone.ask(new AtmApi.VerifyToken(SELF, TokenRef.of(7), "nonsense", true)))
        .isEqualTo(new ApiReply.Value(-1));
  }

  @Test
  void verifiesACallerAndTheFirstOfItsChain() {
    TokenRef notes = TokenRef.of(NOTES);

    assertThat(phone.ask(new AtmApi.VerifyBoth(SELF, notes, TokenRef.of(0), INTERNET)))
        .isEqualTo(new ApiReply.Value(0));
    assertThat(phone.ask(new AtmApi.VerifyBoth(SELF, notes, TokenRef.of(CHAT), INTERNET)))
        .isEqualTo(new ApiReply.Value(0));
    assertThat(phone.ask(new AtmApi.VerifyBoth(SELF, notes, TokenRef.of(7), INTERNET)))
        .isEqualTo(new ApiReply.Value(-1));
    assertThat(phone.ask(new AtmApi.VerifyList(SELF, notes, List.of(INTERNET, CAMERA, "", "x"))))
        .isEqualTo(new ApiReply.Values(List.of(0, -1, -1, -1)));
  }

  @Test
  void blocksAnAppThatGuessesIdsForHalfAnHour() {
    int chat = phone.state().token(CHAT).orElseThrow().tokenId().value();
    for (int guess = 1; guess <= 49; guess++) {
      phone.at(Duration.ofSeconds(guess)).ask(verification(SELF, guess));
    }
    assertThat(verify(SELF, chat, INTERNET)).isZero();

    phone.ask(verification(SELF, 50));

    assertThat(verify(SELF, chat, INTERNET)).isEqualTo(-1);
    assertThat(verify(SELF, phone.notesTokenId(), INTERNET)).as("about itself").isZero();
    assertThat(verify(SETTINGS, chat, INTERNET)).as("others").isZero();
    assertThat(verify(phone.at(Duration.ofSeconds(48 + 1800)), chat)).isEqualTo(-1);
    assertThat(verify(phone.at(Duration.ofSeconds(49 + 1800)), chat)).isZero();
  }

  @Test
  void forgetsGuessesAfterAMinute() {
    int chat = phone.state().token(CHAT).orElseThrow().tokenId().value();
    for (int guess = 1; guess <= 100; guess++) {
      phone.at(Duration.ofSeconds(guess * 2L)).ask(verification(SELF, guess));
    }

    assertThat(verify(SELF, chat, INTERNET)).isZero();
  }

  @Test
  void tellsWhatAnAppRequestsByGrantMode() {
    AtmApi system = new AtmApi.GetRequested(SETTINGS, TokenRef.of(NOTES), true);
    AtmApi others = new AtmApi.GetRequested(SETTINGS, TokenRef.of(NOTES), false);

    assertThat(((ApiReply.Requested) phone.ask(system)).permissions())
        .containsOnlyKeys(names("INTERNET"));
    assertThat(((ApiReply.Requested) phone.ask(others)).permissions())
        .containsOnlyKeys(names("CAMERA"));
    assertThat(phone.code(new AtmApi.GetRequested(SELF, TokenRef.of(NOTES), true))).isEqualTo(202);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "CAMERA DENIED/0, 1",
    "CAMERA DENIED/2, -1",
    "CAMERA GRANTED/2, 0",
    "CAMERA DENIED/128, 3",
    "READ_AUDIO, 2",
    "NONSENSE, 2"
  })
  void tellsAnAppHowItsOwnPermissionStands(String what, int status) {
    String[] words = what.split(" ", -1);
    if (words.length > 1) {
      String[] held = words[1].split("/", -1);
      phone.whereNotesHolds(
          words[0], new GrantState(held[0].equals("GRANTED"), Integer.parseInt(held[1])));
    }

    assertThat(
            phone.ask(
                new AtmApi.GetSelfStatus(
                    new AtmCaller.App(NOTES), PermissionName.of(words[0]).value())))
        .isEqualTo(new ApiReply.Value(status));
  }

  @Test
  void refusesStatusesOfNobodyAndOfNothing() {
    assertThat(phone.code(new AtmApi.GetStatuses(SETTINGS, TokenRef.of(0), List.of(CAMERA))))
        .isEqualTo(12100001);
    assertThat(phone.code(new AtmApi.GetStatuses(SETTINGS, TokenRef.of(NOTES), List.of())))
        .isEqualTo(12100001);
    assertThat(phone.code(new AtmApi.GetStatuses(SETTINGS, TokenRef.of(7), List.of(CAMERA))))
        .isEqualTo(12100002);
  }

  @Test
  void tellsADefinitionToAnybody() {
    assertThat(phone.ask(new AtmApi.GetDefinition(SELF, CAMERA)))
        .isInstanceOf(ApiReply.Defined.class);
    assertThat(phone.code(new AtmApi.GetDefinition(SELF, "nonsense"))).isEqualTo(12100003);
    assertThat(phone.code(new AtmApi.GetDefinition(SELF, ""))).isEqualTo(12100001);
  }

  @Test
  void dumpsTokensInDeveloperMode() {
    assertThat(dump(Optional.empty(), Optional.empty(), false))
        .isEqualTo("Developer mode not support.");
    assertThat(dump(Optional.of(TokenRef.of(7)), Optional.of("com.example.chat"), true))
        .isEqualTo("Error: TokenID does not exist.");
    assertThat(dump(Optional.of(TokenRef.of(NOTES)), Optional.empty(), true))
        .contains("bundleName: com.example.notes", CAMERA + " grantStatus -1 grantFlag 0")
        .doesNotContain("chat");
    assertThat(dump(Optional.empty(), Optional.of("com.example.chat"), true))
        .contains("com.example.chat")
        .doesNotContain("notes");
    assertThat(dump(Optional.empty(), Optional.empty(), true)).contains("chat", "notes");
  }

  private String dump(Optional<TokenRef> token, Optional<String> bundle, boolean developerMode) {
    AtmApi call = new AtmApi.DumpTokens(SETTINGS, token, bundle, developerMode);
    return ((ApiReply.Dumped) phone.ask(call)).text();
  }

  private static int verify(Phone phone, int token) {
    return ((ApiReply.Value) phone.ask(verification(SELF, token))).number();
  }

  private int verify(AtmCaller caller, int token, String name) {
    AtmApi call = new AtmApi.VerifyToken(caller, TokenRef.of(token), name, false);
    return ((ApiReply.Value) phone.ask(call)).number();
  }

  private static AtmApi verification(AtmCaller caller, int token) {
    return new AtmApi.VerifyToken(caller, TokenRef.of(token), INTERNET, false);
  }
}

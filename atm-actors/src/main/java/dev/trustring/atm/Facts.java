package dev.trustring.atm;

/** Takes what the AccessTokenManager is told to the rules that care. */
final class Facts {
  private Facts() {}

  static Atm.Decision decide(Ground ground, AtmFact fact) {
    if (fact instanceof AtmFact.PressButton press) {
      return DialogFlow.answer(ground, press);
    }
    if (fact instanceof AtmFact.AnswerSheet answer) {
      return Sheets.answer(ground, answer);
    }
    if (fact instanceof AtmFact.Started) {
      return Startup.decide(ground);
    }
    if (fact instanceof AtmFact.RemoteTokensKnown known) {
      return ground.done(ground.uptime().with(known.tokens()), new Atm.Reply.Changed());
    }
    if (fact instanceof AtmFact.ServiceIs is) {
      return ground.done(ground.uptime().with(is.health()), new Atm.Reply.Changed());
    }
    return ThisTime.decide(ground, fact);
  }
}

package dev.wmllint.rules.command;

import dev.wmllint.rule.RuleInfo;

/** One check of a command that the shell accepts. Stateless, as a rule is. */
interface CommandCheck {
  RuleInfo info();

  void check(CommandContext scene);
}

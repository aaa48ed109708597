import { expect, test } from "vitest";
import { viewAdvice } from "#lib/web/bounce-view/advice-steps.ts";

const stepsOf = (...recipientAdmin: readonly string[]) =>
  viewAdvice({ sender: [], senderAdmin: [], recipientAdmin }).recipientAdmin;

test.each([
  [
    "See whether it exists: Get-Recipient -Identity jane@contoso.com | fl RecipientType*,EmailAddresses",
    "See whether it exists:",
    "Get-Recipient -Identity jane@contoso.com | fl RecipientType*,EmailAddresses",
  ],
  ["Look where mail goes: dig MX contoso.com", "Look where mail goes:", "dig MX contoso.com"],
])("%s", (step, text, command) => {
  expect(stepsOf(step)).toEqual([{ text, command }]);
});

test.each([
  "Wait up to 24 hours.",
  "Run Get-Recipient and look at the result, then decide.",
  "Add the alias: see the portal.",
])("no command to copy: %s", step => {
  expect(stepsOf(step)).toEqual([{ text: step, command: null }]);
});

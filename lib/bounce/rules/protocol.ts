import { defineRules } from "../define-rule.ts";

const RFC5321 = "https://www.rfc-editor.org/rfc/rfc5321";

/** The two servers do not understand each other, or one stopped listening. */
export const protocol = defineRules({
  name: "protocol",
  providers: null,
  tier: "generic-text",
  rules: [
    {
      id: "protocol/command",
      cause: "protocol_error",
      probability: 0.92,
      when: {
        text: [
          /\b(?:commands?|parameters?|arguments?|verb)\b[^.;]{0,30}(?:not (?:recogni[sz]ed|implemented|supported|understood|allowed|valid)|unrecogni[sz]ed|unknown|unimplemented|invalid|out of sequence|disabled|unsupported)/i,
          /(?:unrecogni[sz]ed|unknown|invalid|unimplemented|unsupported|unexpected|illegal|improper) (?:smtp )?(?:command|sequence|parameter|argument|protocol|verb|option)/i,
          /(?:bad|wrong|improper|out of) sequence|syntax error|wrong protocol version/i,
          /system not capable of selected features|requested feature not|protocol error/i,
        ],
      },
      source: RFC5321,
      examples: [
        "500 5.5.1 Command unrecognized",
        "503 5.5.1 Bad sequence of commands",
        "501 5.5.4 Syntax error in parameters or arguments",
        "502 5.5.2 Error: command not recognized",
        "550 5.5.5 Wrong protocol version",
        "555 5.5.4 MAIL FROM/RCPT TO parameters not recognized or not implemented",
      ],
    },
    {
      id: "protocol/order",
      cause: "protocol_error",
      probability: 0.85,
      when: {
        text: [
          /\bneed (?:mail|rcpt|helo|ehlo)\b|(?:send|say|expected) (?:helo|ehlo|hello)|polite people say/i,
          /nested mail|duplicate (?:helo|mail|rcpt)/i,
          /(?:mail|rcpt) (?:from |to )?(?:command )?(?:first|before)/i,
          /unexpected (?:server )?(?:reply|response)/i,
        ],
      },
      source: RFC5321,
      examples: ["503 5.5.1 Error: need MAIL command", "503 5.0.0 Polite people say HELO first"],
    },
  ],
});

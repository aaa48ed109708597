import { defineReader } from "./define-reader.ts";

/** qmail-send's QSBMF (qmail's bounce format), and systems that copy it. */
export const qmail = defineReader({
  format: "qmail",
  marks:
    /This is the qmail-send program|I'm afraid I wasn't able to deliver your message to the following|This is a permanent error; I(?:'ve| have) given up|does not like recipient\.|but sender was rejected\.\s{0,40}Remote host said|failed after I sent the message/i,
  from: /I(?:'ve| have) given up\.(?: Sorry it didn't work out\.)?|to the following addresses?[.:]/i,
  until:
    /-{3} ?(?:Below this line is a copy of the message|Mensaje original adjunto|Enclosed is a copy of the message)/i,
});

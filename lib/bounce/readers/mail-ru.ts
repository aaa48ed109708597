import { defineReader } from "./define-reader.ts";

/** Mail.ru: Exim with Russian words. */
export const mailRu = defineReader({
  format: "mail-ru",
  marks:
    /создано автоматически (?:почтовым )?сервером|автоматически (?:создано )?сервером Mail\.Ru|Ваше (?:письмо|сообщение)[^\n]{0,120}не (?:может быть|было) доставлено/i,
  until: /-{4,99}/,
});

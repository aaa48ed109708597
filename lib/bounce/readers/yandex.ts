import { defineReader } from "./define-reader.ts";

/** Yandex: Postfix with a Russian preface. */
export const yandex = defineReader({
  format: "yandex",
  marks:
    /(?:mail system at host|сервером)\s[\w.-]{0,80}yandex\.(?:ru|net|com)|отправлен[оа]? почтовым сервером|Письмо отправлено почтовым сервером/i,
});

import { defineReader } from "./define-reader.ts";

/** Tencent (QQ), NetEase and other Chinese providers: a Chinese preface and the quoted reply. */
export const tencent = defineReader({
  format: "tencent",
  marks: /退信|错误代码|收件人邮件地址|很抱歉您的邮件被退回|邮件无法送达|退回原因|无法发送到/,
});

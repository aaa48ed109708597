import { defineReader } from "./define-reader.ts";

/** Trend Micro InterScan and Email Security. */
export const trendMicro = defineReader({
  format: "trend-micro",
  marks:
    /Sent\s{1,3}<<<|Received\s{1,3}>>>|InterScan|Trend Micro|Unable to deliver message to <[^<>\s]{3,320}>(?: \(and other recipients)?/i,
});

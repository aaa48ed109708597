/** A message as TCP carries it: two octets of length in front (RFC 1035 4.2.2). */
export const framed = (message: Uint8Array): Uint8Array =>
  Uint8Array.from([message.length >> 8, message.length & 0xff, ...message]);

import { createHmac } from "node:crypto";

/**
 * The token of a sign-in link: 256 bits that follow from the secret of the installation and the random id of
 * the request. The tables hold the id until the mail has left and the hash of the token until it is used: who
 * reads them can sign in as nobody.
 */
export const signInToken = (secret: string, requestId: string): string =>
  createHmac("sha256", secret).update(`sign-in ${requestId}`).digest("base64url");

/** What holds a session in the browser. The prefix keeps sub-domains and plain HTTP from setting it. */
export const sessionCookieName = (secure: boolean): string =>
  secure ? "__Host-mailtriage_session" : "mailtriage_session";

import type { Fields } from "./call-action.ts";
import type { World } from "./world.ts";

/** Who may open a page or route, and how to address that of a world. */
export interface RouteRule {
  readonly addresses: (world: World) => readonly string[];
  /**
   * "owner": everybody else is refused. "key": everybody but the owner's key is, the owner's browser too.
   * "accounts": whoever is signed in finds their own there, everybody else is refused.
   * "everyone": it opens, and shows nothing that is the owner's. "various": whom it opens for is tested elsewhere,
   * here only that it shows nothing that is the owner's.
   */
  readonly opensFor: "everyone" | "accounts" | "owner" | "key" | "nobody" | "various";
}

const everyone = (...addresses: readonly string[]): RouteRule => ({
  opensFor: "everyone",
  addresses: () => addresses,
});
const scan = (rest = ""): RouteRule => ({
  // Whoever knows the id of a scan may read it: it cannot be guessed.
  opensFor: "everyone",
  addresses: ({ scanId }) => [`/scans/${scanId}${rest}`],
});
/** The people in a bounce are shown to the owner alone, what else is in it to whoever knows its id. */
const bounce = (rest = ""): RouteRule => ({
  opensFor: "everyone",
  addresses: ({ bounceId }) => [`/bounces/${bounceId}${rest}`],
});
/** Of a scan; what there is of a bounce too is said with it. */
const share = (rest = "", alsoBounces = false): RouteRule => ({
  opensFor: "everyone",
  addresses: ({ shareToken, bounceShareToken }) =>
    [shareToken, ...(alsoBounces ? [bounceShareToken] : [])].map(token => `/r/${token}${rest}`),
});
const batch = (rest = ""): RouteRule => ({
  opensFor: "owner",
  addresses: ({ batchId }) => [`/batches/${batchId}${rest}`],
});

/** The note of a link is for whoever holds the link. */
export const SHOWS_NOTE = /^\/r\//u;

/**
 * Every page and route with a parameter, and every one that does not open for everybody. A route without a
 * parameter that is not here has to open for everyone and show nothing that is anybody's.
 */
export const ROUTES: Readonly<Record<string, RouteRule>> = {
  "/scans/[id]": scan(),
  "/scans/[id]/events": scan("/events"),
  "/scans/[id]/lookups": scan("/lookups"),
  "/scans/[id]/report.csv": scan("/report.csv"),
  "/scans/[id]/report.json": scan("/report.json"),
  "/scans/[id]/report.md": scan("/report.md"),
  "/scans/[id]/share": scan("/share"),
  "/scans/[id]/changes/[before]": {
    opensFor: "everyone",
    addresses: ({ scanId, laterScanId }) => [`/scans/${laterScanId}/changes/${scanId}`],
  },
  "/r/[token]": share("", true),
  "/r/[token]/lookups": share("/lookups"),
  "/r/[token]/report.csv": share("/report.csv"),
  "/r/[token]/report.json": share("/report.json", true),
  "/r/[token]/report.md": share("/report.md"),
  "/bounces/[id]": bounce(),
  "/bounces/[id]/events": bounce("/events"),
  "/bounces/[id]/message.txt": { ...bounce("/message.txt"), opensFor: "owner" },
  "/bounces/[id]/report.json": bounce("/report.json"),
  "/bounces/[id]/share": { ...bounce("/share"), opensFor: "owner" },
  "/batches/[id]": batch(),
  "/batches/[id]/events": batch("/events"),
  "/batches/[id]/keep.csv": batch("/keep.csv"),
  "/batches/[id]/remove.csv": batch("/remove.csv"),
  "/account": { opensFor: "accounts", addresses: () => ["/account"] },
  "/account/keys": { opensFor: "accounts", addresses: () => ["/account/keys"] },
  "/account/alerts": { opensFor: "accounts", addresses: () => ["/account/alerts"] },
  // What these show hangs on the token of a mail.
  "/alerts/confirm": everyone("/alerts/confirm", "/alerts/confirm?token=x"),
  "/alerts/unsubscribe": everyone("/alerts/unsubscribe", "/alerts/unsubscribe?token=x"),
  "/account/watched": { opensFor: "accounts", addresses: () => ["/account/watched"] },
  "/account/watched/[id]": {
    opensFor: "owner",
    addresses: ({ monitorId }) => [`/account/watched/${monitorId}`],
  },
  "/account/export": { opensFor: "accounts", addresses: () => ["/account/export"] },
  // Whoever is signed in already is led on.
  "/sign-in": { opensFor: "various", addresses: () => ["/sign-in"] },
  "/sign-in/confirm": everyone("/sign-in/confirm", "/sign-in/confirm?token=x"),
  "/checks/[id]": everyone("/checks/spf-all"),
  "/codes/[code]": everyone("/codes/5.4.1"),
  "/api/v1/scans/[id]": { opensFor: "various", addresses: ({ scanId }) => [`/api/v1/scans/${scanId}`] },
  "/api/v1/bounces/[id]": {
    opensFor: "various",
    addresses: ({ bounceId }) => [`/api/v1/bounces/${bounceId}`],
  },
  "/api/v1/batches/[id]": { opensFor: "key", addresses: ({ bulkId }) => [`/api/v1/batches/${bulkId}`] },
  "/api/v1/batches/[id]/results": {
    opensFor: "key",
    addresses: ({ bulkId }) => [`/api/v1/batches/${bulkId}/results`],
  },
  "/api/v1/monitors/[id]": {
    opensFor: "key",
    addresses: ({ monitorId }) => [`/api/v1/monitors/${monitorId}`],
  },
  "/api/v1/monitors/[id]/changes": {
    opensFor: "key",
    addresses: ({ monitorId }) => [`/api/v1/monitors/${monitorId}/changes`],
  },
  "/api/v1/monitors/[id]/proof": {
    opensFor: "nobody",
    addresses: ({ monitorId }) => [`/api/v1/monitors/${monitorId}/proof`],
  },
  "/api/v1/shares/[id]": { opensFor: "nobody", addresses: ({ shareId }) => [`/api/v1/shares/${shareId}`] },
  "/api/v1/[[...path]]": { opensFor: "nobody", addresses: () => ["/api/v1", "/api/v1/nothing/here"] },
  "/api/auth/[...nextauth]": {
    opensFor: "nobody",
    addresses: ({ signInToken }) => [
      `/api/auth/callback/email?token=${signInToken}`,
      "/api/auth/session",
      "/api/auth/csrf",
      "/api/auth/providers",
      "/api/auth/signout",
      "/api/auth/signin/email",
      "/api/auth/callback/google",
    ],
  },
};

/** Routes that have no GET, or that answer in another way on purpose. */
export const ODD_STATUS: Readonly<Record<string, number>> = {
  "/theme": 405,
  "/limited": 429,
  "/alerts/unsubscribe/one-click": 303,
};

/** Takes POSTs from anywhere, on purpose: mail programs end alerts for their reader (RFC 8058). */
export const TAKES_POSTS_FROM_ANYWHERE = "/alerts/unsubscribe/one-click";

/** What to send to a server action so that it does its work for the owner, and for whom else it works. */
export interface ActionRule {
  readonly fields: (world: World) => Fields;
  readonly worksFor: "owner" | "everyone" | "nobody";
}

const owner = (fields: (world: World) => Fields): ActionRule => ({ worksFor: "owner", fields });

export const ACTIONS: Readonly<Record<string, ActionRule>> = {
  "/ triageAction": { worksFor: "everyone", fields: () => ({ text: "healthy.example" }) },
  "/sign-in requestSignInAction": {
    worksFor: "everyone",
    fields: () => ({ address: "somebody@example.com" }),
  },
  // Only the browser that asked for the link.
  "/sign-in confirmSignInAction": owner(({ signInToken }) => ({ token: signInToken })),
  // No provider is configured in the house of these tests.
  "/sign-in providerSignInAction": { worksFor: "nobody", fields: () => ({ provider: "google" }) },
  // Ends the session of whoever asks, if they have one.
  "/account signOutAction": { worksFor: "everyone", fields: () => ({}) },
  "/account signOutEverywhereAction": owner(() => ({})),
  "/account endSessionAction": owner(({ otherSessionId }) => ({ id: otherSessionId })),
  "/account disconnectAction": owner(() => ({ provider: "google" })),
  "/account deleteAccountAction": owner(({ email }) => ({ address: email })),
  "/account/history deleteHistoryAction": owner(({ scanId }) => ({ item: `scan:${scanId}` })),
  "/account/shares withdrawShareAction": owner(({ shareId }) => ({ id: shareId })),
  // Every account may make a key of its own.
  "/account/keys createKeyAction": owner(() => ({ name: "a key", scopes: "scans:read" })),
  // Every account may have alerts sent to where it likes.
  "/account/alerts addAddressAction": owner(() => ({ address: "somebody.else@example.com" })),
  "/account/alerts addWebhookAction": owner(() => ({ url: "https://hooks.example.com/alerts" })),
  "/account/alerts rotateSecretAction": owner(({ webhookId }) => ({ id: webhookId })),
  "/account/alerts switchOffAction": owner(({ channelId }) => ({ id: channelId })),
  "/account/alerts switchOnAction": owner(({ channelId }) => ({ id: channelId })),
  "/account/alerts testChannelAction": owner(({ channelId }) => ({ id: channelId })),
  "/account/alerts removeChannelAction": owner(({ channelId }) => ({ id: channelId })),
  // Work for whoever holds the token of a mail, and for nobody without one.
  "/alerts agreeAction": { worksFor: "nobody", fields: () => ({ token: "x" }) },
  "/alerts unsubscribeAction": { worksFor: "nobody", fields: () => ({ token: "x" }) },
  "/account/keys revokeKeyAction": owner(({ keyId }) => ({ id: keyId })),
  // Whoever may read a scan may ask for another one.
  "/scans/[id] rescanAction": { worksFor: "everyone", fields: ({ scanId }) => ({ scan: scanId }) },
  // Every account may watch domains of its own.
  "/account/watched watchAction": owner(() => ({ text: "watched.example.com" })),
  "/account/watched lookNowAction": owner(({ monitorId }) => ({ id: monitorId })),
  "/account/watched changeIntervalAction": owner(({ monitorId }) => ({ id: monitorId, interval: "3600" })),
  "/account/watched pauseAction": owner(({ monitorId }) => ({ id: monitorId, paused: "yes" })),
  "/account/watched proveAction": owner(({ monitorId }) => ({ id: monitorId })),
  "/account/watched renewAction": owner(({ monitorId }) => ({ id: monitorId })),
  "/account/watched stopWatchingAction": owner(({ monitorId }) => ({ id: monitorId })),
  "/scans/[id]/share createShareAction": owner(({ scanId }) => ({ report: scanId })),
  "/scans/[id]/share revokeShareAction": owner(({ shareId, scanId }) => ({ id: shareId, report: scanId })),
  "/bounces/[id] stateAction": owner(({ bounceId }) => ({ bounce: bounceId, "user-sent-it": "on" })),
  "/bounces/[id] forgetBounceAction": owner(({ bounceId }) => ({ bounce: bounceId })),
  "/bounces/[id] deleteBounceAction": owner(({ bounceId }) => ({ bounce: bounceId })),
  "/bounces/[id]/share shareBounceAction": owner(({ bounceId }) => ({ report: bounceId })),
  "/bounces/[id]/share revokeShareAction": owner(({ bounceShareId, bounceId }) => ({
    id: bounceShareId,
    report: bounceId,
  })),
  "/batches/[id] deleteBatchAction": owner(({ batchId }) => ({ id: batchId })),
  "/batches/[id] scanDomainsAction": owner(({ batchId }) => ({ id: batchId })),
};

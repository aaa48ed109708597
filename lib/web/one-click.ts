/** Where mail programs end alerts for their reader, without cookies and without a page of ours (RFC 8058). */
export const ONE_CLICK_PATH = "/alerts/unsubscribe/one-click";

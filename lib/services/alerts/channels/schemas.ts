import { z } from "zod";
import { PlainAddress } from "../../accounts/schemas.ts";
import { SERVICE_ID } from "../../schemas.ts";

export const AddAddressInput = z.object({
  address: PlainAddress,
  /** The address of this site as the person reached it, without a final slash. */
  site: z.url({ protocol: /^https?$/u }),
});
export type AddAddressInput = z.input<typeof AddAddressInput>;

const NOT_HTTPS =
  "This is not a URL like https://example.com/hooks/mailtriage. It has to begin with https:// and may name no port, user or password.";

/** The form of a webhook; where its name leads is looked up besides. */
const WebhookUrl = z.string().transform((text, refusal): URL => {
  const trimmed = text.trim();
  const url = URL.canParse(trimmed) && !/[\s\p{Cc}]/u.test(trimmed) ? new URL(trimmed) : null;
  if (url !== null && isPlain(url) && url.href.length <= 2_000) {
    url.hash = "";
    return url;
  }
  const message = trimmed === "" ? "Enter the URL of your webhook." : NOT_HTTPS;
  refusal.addIssue({ code: "custom", message });
  return z.NEVER;
});

const isPlain = ({ protocol, port, username, password }: URL): boolean =>
  protocol === "https:" && port === "" && username === "" && password === "";

export const AddWebhookInput = z.object({ url: WebhookUrl });
export type AddWebhookInput = z.input<typeof AddWebhookInput>;

export const ChannelInput = z.object({ id: SERVICE_ID });
export type ChannelInput = z.input<typeof ChannelInput>;

export const SwitchOnInput = ChannelInput.extend({ site: z.url({ protocol: /^https?$/u }) });
export type SwitchOnInput = z.input<typeof SwitchOnInput>;

/** The token of a link in a mail. */
export const TokenInput = z.object({ token: z.string().max(200) });
export type TokenInput = z.input<typeof TokenInput>;

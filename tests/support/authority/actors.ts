import type { World } from "./world.ts";

/** Who comes to a door, by what they bring along. */
export interface Actor {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

const cookies = ({ browserKey, session }: { browserKey: string; session?: string }): string =>
  [
    `mailtriage_browser=${browserKey}`,
    ...(session === undefined ? [] : [`mailtriage_session=${session}`]),
  ].join("; ");

export const ownerOf = (world: World): Actor => ({ name: "the owner", headers: { cookie: cookies(world) } });

/** Everybody who is not the owner. The stranger owns a world of their own. */
export const othersThan = (world: World, stranger: World): readonly Actor[] => [
  { name: "anonymous", headers: {} },
  { name: "another browser", headers: { cookie: cookies({ browserKey: stranger.browserKey }) } },
  { name: "a stranger with an account", headers: { cookie: cookies(stranger) } },
  { name: "a stranger's key", headers: { authorization: `Bearer ${stranger.key}` } },
  { name: "the owner's revoked key", headers: { authorization: `Bearer ${world.revokedKey}` } },
  {
    name: "a session that was made up",
    headers: { cookie: cookies({ browserKey: "x", session: world.userId }) },
  },
];

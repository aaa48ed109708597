import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import type { Db } from "./handle.ts";
import { prismaOf } from "./handle.ts";
import { deleteSessionByToken, findLiveSession, insertSession } from "./sessions.ts";
import { useSignInLink } from "./sign-in-links.ts";

export interface AuthAdapterOptions {
  readonly db: Db;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly hash: (secret: string) => string;
  /** The browser that the request came from: links work in the one that asked for them. */
  readonly browserKeyHash: string | null;
  /** What to call it in the list of sessions. */
  readonly device: string | null;
  readonly idleMs: number;
  readonly longestMs: number;
}

/**
 * The tables as next-auth sees them: the Prisma adapter, but for what this house holds stricter. Ids are made
 * here; sessions and links are stored as hashes and end by our limits; a link works in one browser; of what a
 * provider tells, nothing but who it is is kept.
 */
export function authAdapter(options: AuthAdapterOptions): Adapter {
  const { db, now, newId, hash, browserKeyHash, device, idleMs, longestMs } = options;
  const prisma = prismaOf(db);
  const stock = stockAdapter(db);
  const oldest = () => new Date(now().getTime() - longestMs);
  return {
    ...stock,

    createUser: async ({ email, name, emailVerified }: Omit<AdapterUser, "id">) => {
      const user = { id: newId(), email, name: name ?? null, emailVerified, createdAt: now() };
      if (emailVerified === null) return prisma.user.create({ data: user });
      // Two links of one new address, used at the same moment: the second finds the account of the first.
      return prisma.user.upsert({ where: { email }, create: user, update: { emailVerified } });
    },

    linkAccount: async ({ userId, type, provider, providerAccountId }: AdapterAccount) => {
      await prisma.account.create({ data: { id: newId(), userId, type, provider, providerAccountId } });
    },

    createSession: async ({ sessionToken, userId }) => {
      const createdAt = now();
      const expiresAt = new Date(createdAt.getTime() + idleMs);
      await insertSession(db, {
        id: newId(),
        tokenHash: hash(sessionToken),
        userId,
        device,
        createdAt,
        expiresAt,
      });
      // The cookie outlives times without use: whether the session does is for the table to say.
      return { sessionToken, userId, expires: new Date(createdAt.getTime() + longestMs) };
    },

    getSessionAndUser: async sessionToken => {
      const tokenHash = hash(sessionToken);
      const session = await findLiveSession(db, { tokenHash, now: now(), oldest: oldest() });
      const user = session === null ? null : await prisma.user.findUnique({ where: { id: session.userId } });
      if (session === null || user === null) return null;
      return { user, session: { sessionToken, userId: session.userId, expires: session.expiresAt } };
    },

    // How long a session lasts is decided where pages read it.
    updateSession: async () => null,
    deleteSession: async sessionToken => deleteSessionByToken(db, hash(sessionToken)),

    // Links are made by our own verb, together with the mail that carries them.
    createVerificationToken: async () => null,
    useVerificationToken: async ({ token }) => {
      if (browserKeyHash === null) return null;
      const link = await useSignInLink(db, { tokenHash: token, browserKeyHash, now: now() });
      return link === null ? null : { identifier: link.address, token, expires: link.expiresAt };
    },
  };
}

/** @auth/prisma-adapter is written against the types of next-auth 5; what it does is what next-auth 4 asks. */
const stockAdapter = (db: Db): Adapter =>
  PrismaAdapter(prismaOf(db) as Parameters<typeof PrismaAdapter>[0]) as Adapter;

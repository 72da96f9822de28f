import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { idSchema } from '../../domain/id.ts';

const ISSUER = 'parecer';
const ALGORITHM = 'HS256';

const claimsSchema = z.object({ sub: idSchema, sid: idSchema, exp: z.number() });

/** What an access token says. */
export interface AccessClaims {
  userId: string;
  sessionId: string;
  /** Milliseconds since the epoch. */
  expiresAt: number;
}

export interface AccessTokens {
  sign(session: { userId: string; sessionId: string }): Promise<{ token: string; expiresAt: Date }>;
  /** Null for a token that is not ours, was changed, or has expired. */
  verify(token: string): Promise<AccessClaims | null>;
}

/** Signed statements that a session exists, short-lived because nobody is asked when one is read. */
export function createAccessTokens(secret: string, lifetimeSeconds: number, now: () => Date): AccessTokens {
  const key = new TextEncoder().encode(secret);
  return {
    async sign({ userId, sessionId }) {
      const issued = Math.floor(now().getTime() / 1000);
      const expires = issued + lifetimeSeconds;
      const token = await new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM })
        .setIssuer(ISSUER)
        .setAudience(ISSUER)
        .setSubject(userId)
        .setIssuedAt(issued)
        .setExpirationTime(expires)
        .sign(key);
      return { token, expiresAt: new Date(expires * 1000) };
    },
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: [ALGORITHM],
          issuer: ISSUER,
          audience: ISSUER,
          currentDate: now(),
        });
        const { sub, sid, exp } = claimsSchema.parse(payload);
        return { userId: sub, sessionId: sid, expiresAt: exp * 1000 };
      } catch (error) {
        if (error instanceof errors.JOSEError || error instanceof z.ZodError) return null;
        throw error;
      }
    },
  };
}

import { createHash, randomBytes } from 'node:crypto';

/** A new refresh token: 256 random bits that mean nothing to anybody but the server. */
export function createRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of it. A fast hash does: there is nothing to guess in 256 random bits. */
export function hashRefreshToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

import { z } from 'zod';
import { companySchema } from '../domain/company.ts';
import { idSchema } from '../domain/id.ts';
import { instantSchema } from '../domain/instant.ts';
import { currentUserSchema } from '../domain/user.ts';

/** `POST /session`: sign in. */
export const signInRequestSchema = z.object({
  login: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(200),
  /** Names this installation: protocol leases belong to it. */
  deviceId: idSchema,
});

/**
 * Answer of `POST /session` and `POST /session/refresh`. Each refresh token works once; reuse ends the session. When the
 * answer was lost, the same token may be sent again within two minutes, as long as no later one was used.
 */
export const sessionTokensSchema = z.object({
  accessToken: z.string().max(4000),
  accessExpiresAt: instantSchema,
  refreshToken: z.string().max(400),
  user: currentUserSchema,
  company: companySchema,
});

/** `POST /session/refresh`. */
export const refreshRequestSchema = z.object({ refreshToken: z.string().min(1).max(400) });

/** `GET /session`. `DELETE /session` ends it (204). */
export const sessionSchema = sessionTokensSchema.pick({ user: true, company: true });

export type SignInRequest = z.infer<typeof signInRequestSchema>;
export type SessionTokens = z.infer<typeof sessionTokensSchema>;
export type Session = z.infer<typeof sessionSchema>;

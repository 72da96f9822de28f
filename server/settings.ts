import { z } from 'zod';

const seconds = (fallback: number) => z.coerce.number().int().positive().default(fallback);

/** `crm@empresa.example`, or the same in angle brackets after a name. */
const mailAddress = z.string().regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/);

/** What an operator sets through the environment; each name is the name of its variable. */
const environmentFields = z.object({
  /** Any PostgreSQL from version 15 on, `postgres://user:password@host:port/database`. */
  DATABASE_URL: z.string().min(1),
  /** Connections that this process may open to it. */
  DATABASE_CONNECTIONS: z.coerce.number().int().min(2).default(10),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(7300),
  /** Signs access tokens, at least 32 characters. Without it one is made and kept in the database. */
  TOKEN_SECRET: z.string().min(32).optional(),
  ACCESS_TOKEN_SECONDS: seconds(600),
  /** A session ends by itself when it is not refreshed for so long. */
  SESSION_SECONDS: seconds(14 * 86_400),
  /** For so long a refresh token may be exchanged again when the answer seems to have been lost. */
  REFRESH_GRACE_SECONDS: seconds(120),
  /** Wrong passwords for one login from one address, and from one address, per 15 minutes. */
  SIGN_IN_ATTEMPTS: z.coerce.number().int().positive().default(10),
  SIGN_IN_ATTEMPTS_PER_ADDRESS: z.coerce.number().int().positive().default(100),
  /** Folder of the attachments' bytes, relative to where the process runs; all processes of an installation share it. */
  BLOB_DIR: z.string().min(1).default('blobs'),
  /** Origins that may call besides browser extensions, apart by commas. */
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((list) => list.split(',').flatMap((origin) => origin.trim() || [])),
  /** `on` where a proxy stands before the server and sets X-Forwarded-For itself. */
  TRUST_PROXY: z.enum(['on', 'off']).default('off'),
  /**
   * Mail server that watchers are told through, `smtp://user:password@host:587` or `smtps://…:465`. Without it nobody is told.
   * The same for all processes.
   */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Who the mails are from, `Parecer <crm@empresa.example>`. */
  MAIL_FROM: mailAddress.optional(),
  /** Address of this server as users reach it: links in mails begin with it. */
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  /** A mail that the mail server did not take is tried again after so long, then twice as long, up to an hour. */
  MAIL_RETRY_SECONDS: z.coerce.number().positive().default(15),
  /** One line per request, without personal data, to standard error. */
  ACCESS_LOG: z.enum(['on', 'off']).default('off'),
});

const environmentSchema = environmentFields.superRefine(({ SMTP_URL, MAIL_FROM, PUBLIC_URL }, context) => {
  if (SMTP_URL === undefined) return;
  for (const [name, value] of Object.entries({ MAIL_FROM, PUBLIC_URL })) {
    if (value === undefined)
      context.addIssue({ code: 'custom', path: [name], message: 'needed by SMTP_URL' });
  }
});

export type Environment = z.infer<typeof environmentSchema>;

/** What the application itself is set with. */
export type Settings = Omit<
  Environment,
  'DATABASE_URL' | 'DATABASE_CONNECTIONS' | 'HOST' | 'PORT' | 'TOKEN_SECRET'
>;

/** Reads the environment; an empty variable counts as unset. @throws Error that names each variable at fault */
export function readEnvironment(variables: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
}

/** The settings of an installation that sets nothing, changed where a test wants it. */
export function createSettings(changes: Partial<Settings> = {}): Settings {
  return { ...readEnvironment({ DATABASE_URL: 'unused' }), ...changes };
}

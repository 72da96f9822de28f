import { z } from 'zod';
import { type Company, companySchema } from '../domain/company.ts';
import { type HostRule, hostRulesSchema } from '../domain/host-rule.ts';
import { idSchema } from '../domain/id.ts';
import { instantSchema } from '../domain/instant.ts';
import { type Attendee, attendeeSchema } from '../domain/presence.ts';
import { type CurrentUser, currentUserSchema } from '../domain/user.ts';
import { createSetting, type Setting, type ValueArea } from './setting.ts';

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.infer<typeof themeSchema>;

/** How the panel stands on a host: width in CSS pixels and side. */
export const panelPlacementSchema = z.object({
  width: z.number().int().min(360).max(640),
  side: z.enum(['left', 'right']),
});
export type PanelPlacement = z.infer<typeof panelPlacementSchema>;

/** Who is, or was last, signed in. `expired`: the session ended by itself, and this user goes on writing. */
export interface StoredSession {
  state: 'signed-in' | 'expired';
  serverUrl: string;
  user: CurrentUser;
  company: Company;
}

const storedSessionSchema = z.object({
  state: z.enum(['signed-in', 'expired']),
  serverUrl: z.string(),
  user: currentUserSchema,
  company: companySchema,
});

const accessTokenSchema = z.object({ token: z.string(), expiresAt: instantSchema, userId: idSchema });
export type AccessToken = z.infer<typeof accessTokenSchema>;

const connectionSchema = z.enum(['online', 'offline', 'server-trouble']);

const changedSchema = z.object({
  tickets: z.array(idSchema),
  customers: z.array(idSchema),
  /** Whether something that the company configures is among it. */
  catalogue: z.boolean().default(false),
  at: instantSchema,
});
/** Ids of what the last pull found changed on the server. */
export type Changed = z.infer<typeof changedSchema>;

/** The company's rules for host pages, as its server gave them last. */
export interface KeptCompanyRules {
  serverUrl: string;
  rules: HostRule[];
  /** Names of those that this version does not understand. */
  unusable: string[];
}

const keptCompanyRulesSchema = z.object({
  serverUrl: z.string(),
  rules: hostRulesSchema,
  unusable: z.array(z.string()),
});

/** Every small value that the client keeps, but those that detection declares for itself. */
export interface Settings {
  serverUrl: Setting<string | null>;
  /** The server's address in the company's policy, as the browser said it last; undefined where it never did. */
  policyServerUrl: Setting<string | null | undefined>;
  deviceId: Setting<string | null>;
  theme: Setting<Theme>;
  /** By host, e.g. `erp.exemplo.com.br:8443`. */
  panelPlacements: Setting<Record<string, PanelPlacement>>;
  /** Ids of the ticket types chosen lately, the last one first. */
  recentTypes: Setting<string[]>;
  session: Setting<StoredSession | null>;
  refreshToken: Setting<string | null>;
  accessToken: Setting<AccessToken | null>;
  /** Somebody signed out, and the copies may not all be wiped yet. */
  wipeDue: Setting<boolean>;
  connection: Setting<z.infer<typeof connectionSchema>>;
  changed: Setting<Changed | null>;
  /** By ticket: who else is at it now. */
  presence: Setting<Record<string, Attendee[]>>;
  companyRules: Setting<KeptCompanyRules | null>;
  /** When the company's rules were asked for last. */
  companyRulesAt: Setting<string | null>;
}

/**
 * `local` lasts, `session` is in memory and gone with the browser. Neither may be open to content scripts where the browser can close it.
 * @param shown where the background writes what pages follow: an area that every page can read
 */
export function createSettings(local: ValueArea, session: ValueArea, shown = session): Settings {
  const version = 1;
  return {
    serverUrl: createSetting(local, {
      key: 'serverUrl',
      version,
      schema: z.string().max(500).nullable(),
      fallback: null,
    }),
    policyServerUrl: createSetting<string | null | undefined>(local, {
      key: 'policyServerUrl',
      version,
      schema: z.string().max(500).nullable(),
      fallback: undefined,
    }),
    deviceId: createSetting(local, { key: 'deviceId', version, schema: idSchema.nullable(), fallback: null }),
    theme: createSetting(local, { key: 'theme', version, schema: themeSchema, fallback: 'system' as Theme }),
    panelPlacements: createSetting(local, {
      key: 'panelPlacements',
      version,
      schema: z.record(z.string(), panelPlacementSchema),
      fallback: {},
    }),
    recentTypes: createSetting<string[]>(local, {
      key: 'recentTypes',
      version,
      schema: z.array(idSchema).max(50),
      fallback: [],
    }),
    session: createSetting<StoredSession | null>(local, {
      key: 'session',
      version,
      schema: storedSessionSchema.nullable(),
      fallback: null,
    }),
    refreshToken: createSetting(local, {
      key: 'refreshToken',
      version,
      schema: z.string().nullable(),
      fallback: null,
    }),
    accessToken: createSetting(session, {
      key: 'accessToken',
      version,
      schema: accessTokenSchema.nullable(),
      fallback: null,
    }),
    wipeDue: createSetting(local, {
      key: 'wipeDue',
      version,
      schema: z.boolean(),
      fallback: false as boolean,
    }),
    connection: createSetting(shown, {
      key: 'connection',
      version,
      schema: connectionSchema,
      fallback: 'online' as z.infer<typeof connectionSchema>,
    }),
    changed: createSetting(shown, {
      key: 'changed',
      version,
      schema: changedSchema.nullable(),
      fallback: null,
    }),
    presence: createSetting<Record<string, Attendee[]>>(shown, {
      key: 'presence',
      version,
      schema: z.record(idSchema, z.array(attendeeSchema)),
      fallback: {},
    }),
    companyRules: createSetting<KeptCompanyRules | null>(local, {
      key: 'companyRules',
      version,
      schema: keptCompanyRulesSchema.nullable(),
      fallback: null,
    }),
    companyRulesAt: createSetting(session, {
      key: 'companyRulesAt',
      version,
      schema: instantSchema.nullable(),
      fallback: null,
    }),
  };
}

import type { Uploads } from '../blobs/uploads.ts';
import type { CommandExecutor } from '../commands/execute.ts';
import type { Database } from '../db/connect.ts';
import type { LiveHub } from '../live/hub.ts';
import type { Authenticator } from '../session/authenticator.ts';
import type { Sessions } from '../session/sessions.ts';
import type { SignIn } from '../session/sign-in.ts';
import type { Settings } from '../settings.ts';

/** What routes are made with. */
export interface RouteDependencies {
  database: Database;
  settings: Settings;
  now: () => Date;
  authenticator: Authenticator;
  sessions: Sessions;
  signIn: SignIn;
  uploads: Uploads;
  execute: CommandExecutor;
  /** Who is connected to the live channel. */
  hub: LiveHub;
}

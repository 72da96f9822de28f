import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Problem } from '../problem.ts';
import { spawnLeashed } from '../processes/leashed.ts';
import { texts } from './texts.ts';

/** A running process that is one part of the product. */
export interface Part {
  /** Asks it to end and waits until it has; harmless when it has ended already. */
  stop(): Promise<void>;
  /** Resolves when it has ended, for whatever reason. */
  ended: Promise<void>;
}

export interface CrmServerSettings {
  /** Address that it is expected to answer at. */
  url: string;
  port: number;
  /** What `server/main.ts` reads besides the port, such as `DATABASE_URL`. */
  environment: NodeJS.ProcessEnv;
}

export interface CrmServer extends Part {
  /** Ends it at once, as a crash would (SIGKILL). */
  kill(): Promise<void>;
}

/**
 * Starts the CRM server as its own process and waits until it answers.
 * @throws Problem with what it printed, when it ends instead
 */
export async function startCrmServer(root: string, settings: CrmServerSettings): Promise<CrmServer> {
  const server = spawnLeashed(process.execPath, [join(root, 'server', 'main.ts')], {
    cwd: root,
    deathSignal: 'TERM',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...settings.environment, PORT: `${settings.port}` },
  });
  let output = '';
  let isUp = false;
  for (const stream of [server.stdout, server.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      // Once it serves, what it has to say belongs on the screen.
      if (isUp) process.stderr.write(text);
      else output += text;
    });
  }
  const ended = new Promise<void>((resolve) => {
    server.once('exit', () => resolve());
    server.once('error', () => resolve());
  });
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  while (!(await answers(`${settings.url}/service`))) {
    if (hasEnded) throw new Problem(texts.serverFailed(output.trim()));
    await wait(50);
  }
  isUp = true;
  const endWith = async (signal: NodeJS.Signals) => {
    server.kill(signal);
    await ended;
  };
  return { ended, stop: () => endWith('SIGTERM'), kill: () => endWith('SIGKILL') };
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    // Not listening yet: asked again until the process ends or answers.
    return false;
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface ExtensionBuild {
  /** Root of the project. */
  root: string;
  /** Match patterns enabled from the start; left out for the product build. */
  hosts?: readonly string[] | undefined;
  /** Name of a development build's output folder, so that builds do not overwrite each other. */
  name?: string | undefined;
}

/**
 * Builds the extension for Chromium.
 * @returns its folder, or what the build printed when it failed
 */
export async function buildExtension(
  build: ExtensionBuild,
): Promise<{ ok: true; folder: string } | { ok: false; output: string }> {
  const { root, hosts, name = 'dev' } = build;
  const environment = { ...process.env };
  if (hosts) Object.assign(environment, { PARECER_HOSTS: JSON.stringify(hosts), PARECER_BUILD: name });
  else delete environment.PARECER_HOSTS;
  const wxt = spawn(join(root, 'node_modules', '.bin', 'wxt'), ['build'], {
    cwd: root,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [wxt.stdout, wxt.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = (await once(wxt, 'close')) as [number | null];
  if (code !== 0) return { ok: false, output };
  return { ok: true, folder: join(root, '.output', hosts ? `chrome-mv3-${name}` : 'chrome-mv3') };
}

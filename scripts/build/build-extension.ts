import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The browsers that there is a package for. */
export const targetBrowsers = ['chrome', 'edge', 'firefox'] as const;
export type TargetBrowser = (typeof targetBrowsers)[number];

export interface ExtensionBuild {
  /** Root of the project. */
  root: string;
  /** `chrome` unless given. */
  browser?: TargetBrowser | undefined;
  /** Match patterns enabled from the start; left out for the product build. */
  hosts?: readonly string[] | undefined;
  /** Name of a development build's output folder, so that builds do not overwrite each other. */
  name?: string | undefined;
  /** Ends the build when it is no longer wanted. */
  signal?: AbortSignal | undefined;
}

/**
 * Builds the extension for a browser.
 * @returns its folder, or what the build printed when it failed
 */
export async function buildExtension(
  build: ExtensionBuild,
): Promise<{ ok: true; folder: string } | { ok: false; output: string }> {
  const { root, browser = 'chrome', hosts, name = 'dev', signal } = build;
  const environment = { ...process.env };
  if (hosts) Object.assign(environment, { PARECER_HOSTS: JSON.stringify(hosts), PARECER_BUILD: name });
  else delete environment.PARECER_HOSTS;
  const wxt = spawn(join(root, 'node_modules', '.bin', 'wxt'), ['build', '-b', browser], {
    cwd: root,
    ...(signal && { signal }),
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [wxt.stdout, wxt.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const code = await new Promise<number | null>((resolve) => {
    wxt.once('close', resolve);
    wxt.once('error', (error) => {
      output += error.message;
      resolve(null);
    });
  });
  if (code !== 0) return { ok: false, output };
  return { ok: true, folder: join(root, '.output', `${browser}-mv3${hosts ? `-${name}` : ''}`) };
}

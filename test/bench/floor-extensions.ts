import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Extensions that do the least: `bare` touches no page, `script` runs an empty content script at document_start,
 * `warm-panel` has an empty panel ready in a hidden frame and `cold-panel` makes the frame at the click. `warm-card` shows such a frame when
 * the page of a telephone changes, `asleep-card` once the background has answered.
 */
export type Floor = 'bare' | 'script' | 'warm-panel' | 'cold-panel' | 'warm-card' | 'asleep-card';

export interface FloorExtensions {
  folder(floor: Floor): string;
  remove(): Promise<void>;
}

/** Writes them into a temporary folder. */
export async function writeFloorExtensions(pattern: string): Promise<FloorExtensions> {
  const root = await mkdtemp(join(tmpdir(), 'parecer-floor-'));
  const scripts: Record<Floor, string | null> = {
    bare: null,
    script: '(() => {})();',
    'warm-panel': panelScript('addEventListener("DOMContentLoaded", mount);'),
    'cold-panel': panelScript('launcher.addEventListener("click", mount);'),
    'warm-card': panelScript(onRing('show();')),
    'asleep-card': panelScript(onRing('chrome.runtime.sendMessage("ring").then(show);')),
  };
  for (const [floor, script] of Object.entries(scripts)) {
    const folder = join(root, floor);
    await mkdir(folder);
    const manifest = {
      manifest_version: 3,
      name: `Floor ${floor}`,
      version: '1',
      background: { service_worker: 'worker.js' },
      ...(script !== null && {
        content_scripts: [{ matches: [pattern], js: ['script.js'], run_at: 'document_start' }],
        web_accessible_resources: [{ resources: ['panel.html'], matches: [pattern] }],
      }),
    };
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
    await writeFile(join(folder, 'worker.js'), WORKER);
    await writeFile(join(folder, 'script.js'), script ?? '');
    await writeFile(join(folder, 'panel.html'), '<!doctype html><title>Painel</title><p>Painel</p>');
  }
  return { folder: (floor) => join(root, floor), remove: () => rm(root, { recursive: true, force: true }) };
}

const WORKER = `chrome.runtime.onInstalled.addListener(() => {});
chrome.runtime.onMessage.addListener((message, sender, answer) => answer('shown'));`;

/** Does this when anything on the page changes. */
function onRing(act: string): string {
  return `addEventListener("DOMContentLoaded", () => {
  mount();
  const show = () => { dock.dataset.mode = 'card'; dock.style.setProperty('--card', '1'); dock.style.visibility = 'visible'; };
  new MutationObserver((_, observer) => { observer.disconnect(); ${act} }).observe(document.body, { subtree: true, childList: true, attributes: true });
});`;
}

/** A launcher and a frame that stand where the product's do; `when` decides when the frame is made. */
function panelScript(when: string): string {
  return `
const place = (element, css) => {
  element.style.cssText = 'position:fixed;z-index:2147483000;' + css;
  return element;
};
const launcher = place(document.createElement('button'), 'right:16px;bottom:96px;width:160px;height:36px');
const dock = place(document.createElement('div'), 'inset:0 0 0 auto;width:400px;visibility:hidden');
const frame = document.createElement('iframe');
frame.style.cssText = 'width:100%;height:100%;border:0';
frame.src = chrome.runtime.getURL('panel.html');
const mount = () => {
  if (frame.isConnected) return;
  dock.append(frame);
  document.documentElement.append(dock);
};
${when}
addEventListener('DOMContentLoaded', () => document.documentElement.append(launcher));
launcher.addEventListener('click', () => {
  dock.style.visibility = 'visible';
  launcher.style.display = 'none';
});
`;
}

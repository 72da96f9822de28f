import type { CopyText, DraftClaims, LastDraft, ScreenPorts } from '../state/screen-ports.ts';
import type { Settings } from '../storage/settings.ts';
import { copyByCommand } from './copy-by-command.ts';
import { settingToSignal } from './live-signals.ts';

/** Ticket types remembered as chosen lately. */
const REMEMBERED = 8;

/** The small ports of the screens, by what the browser has. */
export function createScreenPorts(settings: Settings): ScreenPorts {
  const recent = settingToSignal<string[], string[]>(settings.recentTypes, []);
  return {
    recentTypes: {
      read: () => recent.peek(),
      add(typeId) {
        const types = [typeId, ...recent.peek().filter((known) => known !== typeId)].slice(0, REMEMBERED);
        void settings.recentTypes.write(types);
      },
    },
    claims: lockClaims(),
    copy,
    lastDraft: tabMemory(),
  };
}

/** A claim is a lock of the browser: it ends by itself with the page that holds it. */
function lockClaims(): DraftClaims {
  return {
    claim: (draftId) =>
      new Promise((resolve, reject) => {
        const held = (lock: Lock | null) => {
          if (lock === null) {
            resolve(null);
            return undefined;
          }
          return new Promise<void>((release) => resolve(() => release()));
        };
        navigator.locks.request(`draft ${draftId}`, { ifAvailable: true }, held).catch(reject);
      }),
  };
}

/** The browser keeps it for the tab, through every page that the tab shows, and forgets it with the tab. */
function tabMemory(): LastDraft {
  const key = 'parecer-draft';
  return {
    read: () => sessionStorage.getItem(key),
    write(draftId) {
      if (draftId === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, draftId);
    },
  };
}

const copy: CopyText = async (text, html) => {
  try {
    const types = { 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) };
    const item = Object.entries(types).map(([type, value]) => [type, new Blob([value], { type })]);
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(item))]);
    return true;
  } catch {
    // A page's frames have no clipboard of their own; the copying that the agent's hand began is let through.
    return copyByCommand(text, html);
  }
};

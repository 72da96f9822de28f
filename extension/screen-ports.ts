import type { CopyText, DraftClaims, LastDraft, ScreenPorts } from '../state/screen-ports.ts';
import type { Settings } from '../storage/settings.ts';
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

const copy: CopyText = async (text) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // The frame may lack the permission; the screen then shows the text to be selected.
    return false;
  }
};

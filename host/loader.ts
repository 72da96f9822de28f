import { type Finding, findEvidence, readPlace } from '../detect/find-evidence.ts';
import type { HostRule } from '../detect/host-rule.ts';
import type { FromHostPage, LoaderState } from '../messaging/host.ts';
import { createLauncher } from './launcher.ts';
import type { HostPagePorts } from './ports.ts';
import { watchPage } from './watch-page.ts';

/** How often a page may throw the launcher out before it is left out. */
const MOST_RETURNS = 5;

export interface Loader {
  /** Leaves the page as it was. */
  stop(): void;
  /** What changed in the page just now was our own doing. */
  overlook(): void;
  /** The field of the page that the agent was in last. A click on the launcher has taken the focus out of it already. */
  lastField(): HTMLElement | null;
}

/** Finds the customer on a host page, tells the background, and draws the launcher as the background says. */
export function startLoader(page: Document, ports: HostPagePorts): Loader {
  const launcher = createLauncher(page);
  let rules: HostRule[] = [];
  let finding: Finding = { evidence: [], places: [] };
  let told = '';
  let returns = 0;
  let tellings = 0;
  let isRinging = false;

  const take = (answer: unknown, telling = tellings) => {
    // Our own background says it: nothing means no news, null that the host is enabled no longer.
    const state = answer as LoaderState | null | undefined;
    if (state === null) return stop();
    if (state?.rules) {
      rules = state.rules;
      watch.start(state.attributes);
    }
    if (state?.css) launcher.dress(state.css);
    // Answers may overtake each other: one to what was told before speaks of what the page shows no longer.
    if (!state?.launcher || telling < tellings) return;
    launcher.draw(state.launcher);
    isRinging = state.launcher.state === 'ringing';
    // With a customer found the panel is warm already, and the listener goes.
    if (state.launcher.state !== 'none') launcher.element.removeEventListener('pointerenter', near);
  };
  const send = (message: FromHostPage, telling?: number) =>
    ports.send(message).then(
      (answer) => take(answer, telling),
      () => {
        // The background is being replaced: what was not heard is told at the next look.
        told = '';
        if (!ports.isAlive()) stop();
      },
    );
  const tell = () => {
    const { evidence, call } = finding;
    const message = { type: 'host/evidence', evidence, call } as const;
    const words = JSON.stringify(message);
    if (words !== told) send(message, ++tellings);
    told = words;
  };
  const near = () => send({ type: 'host/near' });
  const watch = watchPage(page, {
    look() {
      if (!ports.isAlive()) return stop();
      // Before anything is added: while the page's styles are settled, asking what is visible costs next to nothing.
      finding = findEvidence(page, location.href, rules);
      tell();
      if (!launcher.element.isConnected && returns++ < MOST_RETURNS)
        page.documentElement?.append(launcher.element);
      globalThis.parecerDock?.putBack();
    },
    isChanged: () => finding.places.some((place) => readPlace(place) !== place.raw),
    isUrgent: () => finding.call !== undefined,
    isRead: (element) => finding.places.some((place) => place.node === element),
    scrolled: launcher.setQuiet,
    clicked(event) {
      const link = (event.target as Element).closest?.('a[href^="tel:" i]');
      if (link) send({ type: 'host/tel', number: `${link.getAttribute('href')}`.slice(4, 64) });
      if (event.target !== launcher.element) return;
      // While it rings the background says what comes: the card of the call.
      if (!isRinging) globalThis.parecerDock?.show(true);
      send({ type: 'host/open' });
    },
  });
  const unlisten = ports.listen((message) => {
    if (message.type === 'host/state') take(message.state);
    else if (message.type === 'host/look') watch.soon();
    else if (message.type === 'host/tell') {
      told = '';
      tell();
    }
  });
  function stop(): void {
    watch.stop();
    unlisten();
    launcher.element.remove();
    globalThis.parecerDock?.stop();
    globalThis.parecerLoader = undefined;
  }
  launcher.element.addEventListener('pointerenter', near, { once: true });
  // Rules start the watch: a host that is not enabled is never looked at.
  send({ type: 'host/hello' });
  return { stop, overlook: watch.overlook, lastField: watch.lastField };
}

import { onTestFinished } from 'vitest';
import '../../../host/world.ts';
import type { Evidence } from '../../../detect/host-rule.ts';
import type { HostPagePorts } from '../../../host/ports.ts';
import type { FromHostPage, ToHostPage } from '../../../messaging/host.ts';

/** The extension's background as a script in a host page sees it, in the hands of a test. */
export interface FakeBackground {
  ports: HostPagePorts;
  /** What was told, in order. */
  heard: FromHostPage[];
  /** The last evidence, as `code certainty`; undefined while none was told. */
  evidence(): string[] | undefined;
  count(type: FromHostPage['type']): number;
  tell(message: ToHostPage): void;
  /** As after an update or removal of the extension. */
  die(): void;
  /** How often the page was looked at. */
  looks(): number;
}

export function createFakeBackground(
  answer: (message: FromHostPage) => unknown | Promise<unknown>,
): FakeBackground {
  const heard: FromHostPage[] = [];
  const listeners = new Set<(message: ToHostPage) => void>();
  let alive = true;
  let looks = 0;
  return {
    heard,
    ports: {
      async send(message) {
        if (!alive) throw new Error('Extension context invalidated.');
        heard.push(message);
        return answer(message);
      },
      listen(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      isAlive() {
        looks += 1;
        return alive;
      },
    },
    evidence() {
      const last = heard.findLast((message) => message.type === 'host/evidence');
      return last?.evidence.map(({ value, certainty }: Evidence) => `${value} ${certainty}`);
    },
    count: (type) => heard.filter((message) => message.type === type).length,
    tell(message) {
      for (const listener of listeners) listener(message);
    },
    die() {
      alive = false;
    },
    looks: () => looks,
  };
}

/** Shadow roots that are made until the test ends, also closed ones. */
export function watchShadowRoots(): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  };
  onTestFinished(() => {
    Element.prototype.attachShadow = attachShadow;
  });
  return roots;
}

/** Listeners that are added and not taken away until the test ends, as `Window click`. */
export function watchListeners(): Set<string> {
  const names = new Set<string>();
  // The test runner gives the window functions of its own.
  for (const target of [EventTarget.prototype, window]) {
    const { addEventListener, removeEventListener } = target;
    const nameOf = (self: unknown, type: string) =>
      `${self === undefined || self === window ? 'Window' : Object(self).constructor.name} ${type}`;
    Object.assign(target, {
      addEventListener(this: EventTarget, ...args: Parameters<EventTarget['addEventListener']>) {
        names.add(nameOf(this, args[0]));
        return addEventListener.apply(this ?? window, args);
      },
      removeEventListener(this: EventTarget, ...args: Parameters<EventTarget['removeEventListener']>) {
        names.delete(nameOf(this, args[0]));
        return removeEventListener.apply(this ?? window, args);
      },
    });
    onTestFinished(() => void Object.assign(target, { addEventListener, removeEventListener }));
  }
  return names;
}

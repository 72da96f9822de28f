import { browser } from 'wxt/browser';

const PERIODIC = 'sync';
const RETRY = 'retry';
/** Chromium fires alarms at most every 30 s; what is due earlier waits in a timer, which the alarm backs up. */
const SHORTEST_ALARM = 30_000;

/**
 * Wakes the background to sync every minute, when the machine is online again, and at a time that was asked for.
 * Called once, while the background starts, so that an alarm that woke it finds its listener.
 */
export function createWakeUps(wake: { sync(): void; send(): void; hasten(): void }): {
  wakeAt(time: number): Promise<void>;
} {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === PERIODIC) wake.sync();
    if (name === RETRY) wake.send();
  });
  self.addEventListener('online', () => wake.hasten());
  void browser.alarms.get(PERIODIC).then(async (known) => {
    if (known === undefined) await browser.alarms.create(PERIODIC, { periodInMinutes: 1 });
  });

  return {
    async wakeAt(time) {
      const delay = time - Date.now();
      if (delay < SHORTEST_ALARM) setTimeout(() => wake.send(), Math.max(0, delay));
      await browser.alarms.create(RETRY, { when: Math.max(time, Date.now() + SHORTEST_ALARM) });
    },
  };
}

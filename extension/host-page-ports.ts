import { browser } from 'wxt/browser';
import type { HostPagePorts } from '../host/ports.ts';

/** The extension as its scripts in a host page see it. */
export function createHostPagePorts(): HostPagePorts {
  return {
    send: (message) => browser.runtime.sendMessage(message),
    listen(listener) {
      const { onMessage } = browser.runtime;
      onMessage.addListener(listener);
      return () => onMessage.removeListener(listener);
    },
    isAlive: () => browser.runtime?.id !== undefined,
  };
}

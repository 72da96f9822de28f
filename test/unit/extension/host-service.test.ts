import { expect, test } from 'vitest';
import type { CallEvidence, HostRule } from '../../../detect/host-rule.ts';
import { createHostService } from '../../../extension/host-service.ts';
import { createHostTabs } from '../../../extension/host-tabs.ts';
import type { FromHostPage } from '../../../messaging/host.ts';
import { createMemoryArea } from '../../support/crm/memory-area.ts';

const TAB = 1;
const telephone: HostRule = {
  ...{
    id: 'fone',
    name: 'telefone',
    urlPattern: '*://erp.exemplo/fone*',
    selector: '#numero',
    source: 'text',
  },
  call: { ringing: '.tocando', answered: '.em-curso' },
};
const ringing = { number: '(16) 99100-5500', state: 'ringing' } as const;

/** Host pages of `erp.exemplo`, and what was heard of calls. */
function start() {
  const seen: (CallEvidence | null)[] = [];
  const service = createHostService({
    hosts: {
      list: async () => [],
      isEnabled: async (url) => url?.startsWith('https://erp.exemplo/') ?? false,
      sync: async () => undefined,
      inject: async () => true,
    },
    page: { tell: async () => undefined, prepareDock: async () => undefined, inFront: async () => [] },
    tabs: createHostTabs(createMemoryArea()),
    rules: { read: async () => [telephone], watch: () => undefined },
    settings: {
      theme: setting('system' as const),
      panelPlacements: setting({}),
    },
    lookup: async () => null,
    tellPanels: async () => undefined,
    panelUrl: 'chrome-extension://parecer/panel.html',
    calls: {
      seen: async (_tabId, evidence) => void seen.push(evidence),
      dialled: async () => undefined,
      cameToFront: async () => undefined,
      expand: async () => false,
    },
  });
  const at = (path: string) => ({ tabId: TAB, active: true, url: path });
  return { service, seen, at };
}
const setting = <T>(value: T) => ({
  read: async () => value,
  write: async () => undefined,
  clear: async () => undefined,
  watch: () => () => undefined,
});
const PHONE_PAGE = 'https://erp.exemplo/fone';
const hello: FromHostPage = { type: 'host/hello' };
const nothing = { type: 'host/evidence' as const, evidence: [] };

test('what a telephone’s page tells of a call is heard', async () => {
  const { service, seen, at } = start();
  await service.answer({ ...nothing, call: ringing }, at(PHONE_PAGE));
  await service.answer({ ...nothing, call: null }, at(PHONE_PAGE));
  expect(seen).toEqual([ringing, null]);
});

test.each<[string, FromHostPage, string]>([
  ['greets', hello, 'https://erp.exemplo/clientes'],
  ['tells what it shows', nothing, 'https://erp.exemplo/clientes'],
  ['is of a host that is enabled no longer', nothing, 'https://outro.exemplo/fone'],
])(
  'the call of a tab is over when a page comes that is no telephone’s and %s',
  async (_what, message, url) => {
    const { service, seen, at } = start();
    await service.answer(message, at(url));
    expect(seen).toEqual([null]);
  },
);

test('a telephone’s page that was not looked at yet ends no call', async () => {
  const { service, seen, at } = start();
  await service.answer(hello, at(PHONE_PAGE));
  await service.answer(nothing, at(PHONE_PAGE));
  expect(seen).toEqual([]);
});

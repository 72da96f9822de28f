import type { UserManifest } from 'wxt';
import { manifest as texts } from '../../locales/pt-BR/manifest.ts';

/** Fixes the id in Chromium, so that a company's policies can name the extension before it is in a store. */
const chromiumKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwsNQM9kMoRws5b/YDybVjt29sz2ni79I5czyOCJsV6G+LTzAiY7PZlQm2+Or4hI1JcpLNr91pEzmTZDIftuT+jJynsGtHvOQN1EakkmJZWFFPNbcGQI/LvKU17+83b3eejBk/qGtd1QR/n5sNlcGD999SHOlZ3yZ8GmTeuoUmarYGzkZfukIycYPDNEkGj7PbJdExEl8tmoy/rPXz/kW0Q+ZOHggCfSyPcOP9xYzQxBBGEn4ZDXrsd4dm2gzyggRvbvOmlBKXiIJ/TM+AEKDl7C+wNaql8nvg2S072yZP1+KV5Tc4VqPso7A3w6wm8o0j5oWZQjFsnPzG5goEsZLyQIDAQAB';

/** Id in Firefox. It says whose data is whose over updates, and is what policies name. */
export const FIREFOX_ID = '@parecer';

/** What only Chromium and the browsers made of it read. */
const chromium: UserManifest = {
  key: chromiumKey,
  // The oldest one with light-dark(), which every style here is written with.
  minimum_chrome_version: '123',
  // What a company may set by policy. Firefox takes policies without being told what may be in them.
  storage: { managed_schema: 'managed-schema.json' },
};

/** What only Firefox reads (docs/adr/0012-firefox-runs-the-same-manifest-with-an-event-page.md). */
const firefox: UserManifest = {
  browser_specific_settings: {
    gecko: {
      id: FIREFOX_ID,
      // The extended support release that the tests run in. Older ones are out of support, and some tell a frame nothing of its ancestors.
      strict_min_version: '153.0',
      // Goes to the company's own server and nowhere else; Firefox counts that as sending all the same.
      data_collection_permissions: {
        required: [
          'authenticationInfo', // login and password
          'personallyIdentifyingInfo', // customers and their contact persons
          'personalCommunications', // what was said in an atendimento
          'websiteContent', // the customer's code that an enabled page shows
        ],
      },
    },
  },
};

/**
 * The manifest for a browser. What the build itself knows (scripts, pages, version) is added by WXT.
 * @param hosts match patterns enabled from the start; left out in the product, which lists none
 */
export function createManifest(browser: string, hosts?: readonly string[]): UserManifest {
  return {
    name: 'Parecer',
    description: texts.description,
    permissions: [
      'storage', // settings, rules, session
      'unlimitedStorage', // drafts and outbox are never evicted to make room
      'scripting', // the loader on the hosts that were enabled, the dock when it is wanted
      // The toolbar button reads the address of the page it is pressed on, to ask for that host; and button or shortcut let the page be captured,
      // for which Chromium takes no permission of a host, only this or <all_urls>.
      'activeTab',
      'alarms', // sending and pulling go on after the browser stopped the background
    ],
    // None is given at installation: each host is asked for by the browser when the agent enables it.
    optional_host_permissions: ['*://*/*'],
    action: { default_title: texts.button },
    commands: {
      'open-panel': { suggested_key: { default: 'Alt+P' }, description: texts.openPanel },
    },
    // The frame alone: what it loads comes from its own origin and needs no opening. Hosts are enabled at run time, so the list cannot name
    // them; under any other page the panel shows nothing.
    web_accessible_resources: [{ resources: ['panel.html'], matches: ['http://*/*', 'https://*/*'] }],
    ...(browser === 'firefox' ? firefox : chromium),
    ...(hosts && { host_permissions: [...hosts] }),
  };
}

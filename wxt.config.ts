import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifest as texts } from './locales/pt-BR/manifest.ts';
import { developmentBuild } from './scripts/build/development-build.ts';

const development = developmentBuild(process.env);

export default defineConfig({
  imports: false,
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${development?.suffix ?? ''}`,
  vite: () => ({
    plugins: [preact()],
    // What these browsers know is left as it is. Above all light-dark(): a theme that is forced on a part of a page works through it alone.
    build: { target: ['chrome123', 'firefox128'] },
  }),
  manifest: {
    name: 'Parecer',
    description: texts.description,
    default_locale: undefined,
    // Fixes the id, so that a company's policies can name the extension before it is in a store.
    key: 'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwsNQM9kMoRws5b/YDybVjt29sz2ni79I5czyOCJsV6G+LTzAiY7PZlQm2+Or4hI1JcpLNr91pEzmTZDIftuT+jJynsGtHvOQN1EakkmJZWFFPNbcGQI/LvKU17+83b3eejBk/qGtd1QR/n5sNlcGD999SHOlZ3yZ8GmTeuoUmarYGzkZfukIycYPDNEkGj7PbJdExEl8tmoy/rPXz/kW0Q+ZOHggCfSyPcOP9xYzQxBBGEn4ZDXrsd4dm2gzyggRvbvOmlBKXiIJ/TM+AEKDl7C+wNaql8nvg2S072yZP1+KV5Tc4VqPso7A3w6wm8o0j5oWZQjFsnPzG5goEsZLyQIDAQAB',
    // The oldest Chromium with light-dark(), which every style here is written with.
    minimum_chrome_version: '123',
    permissions: [
      'storage', // settings, rules, session
      'unlimitedStorage', // drafts and outbox are never evicted to make room
      'scripting', // the loader on the hosts that were enabled, the dock when it is wanted
      'activeTab', // the toolbar button reads the address of the page it is pressed on, to ask for that host
      'alarms', // sending and pulling go on after the browser stopped the background
    ],
    // None is given at installation: each host is asked for by the browser when the agent enables it.
    optional_host_permissions: ['*://*/*'],
    // What a company may set by policy.
    storage: { managed_schema: 'managed-schema.json' },
    action: { default_title: texts.button },
    commands: {
      'open-panel': { suggested_key: { default: 'Alt+P' }, description: texts.openPanel },
    },
    // The frame alone: what it loads comes from its own origin and needs no opening. Hosts are enabled at run time, so the list cannot name
    // them; under any other page the panel shows nothing.
    web_accessible_resources: [{ resources: ['panel.html'], matches: ['http://*/*', 'https://*/*'] }],
    ...(development && { host_permissions: [...development.hosts] }),
  },
});

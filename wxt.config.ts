import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { bareLoader } from './scripts/build/bare-loader.ts';
import { developmentBuild } from './scripts/build/development-build.ts';
import { createManifest } from './scripts/build/manifest.ts';
import { leaveKeyOutOfPackage } from './scripts/build/store-package.ts';
import { zodWithoutEval } from './scripts/build/zod-without-eval.ts';

const development = developmentBuild(process.env);

export default defineConfig({
  imports: false,
  // Firefox would get the second version by default (docs/adr/0012-firefox-runs-the-same-manifest-with-an-event-page.md).
  manifestVersion: 3,
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${development?.suffix ?? ''}`,
  vite: () => ({
    plugins: [preact(), bareLoader(), zodWithoutEval()],
    // What these browsers know is left as it is. Above all light-dark(): a theme that is forced on a part of a page works through it alone.
    build: { target: ['chrome123', 'firefox153'] },
  }),
  manifest: ({ browser }) => createManifest(browser, development?.hosts),
  hooks: leaveKeyOutOfPackage(),
  zip: {
    // A store's reviewer builds from these and compares; results of runs are no sources.
    excludeSources: ['test-results/**'],
  },
});

import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { developmentBuild } from './scripts/build/development-build.ts';

const development = developmentBuild(process.env);

export default defineConfig({
  imports: false,
  outDirTemplate: `{{browser}}-mv{{manifestVersion}}${development?.suffix ?? ''}`,
  vite: () => ({ plugins: [preact()] }),
  manifest: {
    name: 'Parecer',
    default_locale: undefined,
    ...(development && { host_permissions: [...development.hosts] }),
  },
});

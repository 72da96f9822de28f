import { runPinned } from './bootstrap.mjs';

const browsers = process.argv.includes('--no-browser') ? 'unneeded' : 'wanted';
await runPinned('scripts/start/main.ts', { browsers });

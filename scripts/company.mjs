import { runPinned } from './bootstrap.mjs';

await runPinned('scripts/company/main.ts', { browsers: 'unneeded' });

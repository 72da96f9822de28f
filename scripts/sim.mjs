import { runPinned } from './bootstrap.mjs';

await runPinned('test/sim/main.ts', { browsers: 'unneeded' });

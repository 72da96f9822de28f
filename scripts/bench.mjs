import { runPinned } from './bootstrap.mjs';

await runPinned('test/bench/main.ts', { browsers: 'needed' });

import { join, resolve } from 'node:path';
import { readSampleSignIns } from '../../demo/company/staff.ts';
import { Problem } from '../problem.ts';
import { findProgram } from '../processes/find-program.ts';
import { describeProduct } from './announcement.ts';
import { hasDisplay, openBrowser } from './browser.ts';
import { readOptions } from './options.ts';
import { type Product, startProduct, type Undo } from './product.ts';
import { productSteps } from './product-steps.ts';
import { texts } from './texts.ts';

const root = resolve(import.meta.dirname, '..', '..');
const undo: Undo = [];
let ending: Promise<void> | undefined;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
// The process that started us is gone without a word.
process.on('disconnect', () => void end(1));

try {
  const options = readOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (options.asksForHelp) {
    console.log(texts.usage);
    process.exit(0);
  }
  const program = findProgram(['chromium', 'chromium-browser', 'google-chrome'], 'CHROMIUM_PATH');
  const opensBrowser = options.opensBrowser && hasDisplay(process.env);
  if (opensBrowser && program === undefined) throw new Problem(texts.noBrowser);
  console.log(texts.starting);
  const product = await startProduct(root, options, productSteps(options.customers), undo);
  console.log(describeProduct(product, options, readSampleSignIns()));
  if (opensBrowser && program !== undefined) await showBrowser(program, product);
  console.log(`ready ${product.serverUrl} ${product.extensionFolder}`);
  const name = await product.partEnded;
  if (!ending) console.error(texts.partEnded(name));
  await end(1);
} catch (error) {
  // What fails while the parts are being ended fails because of that.
  if (!ending) console.error(error instanceof Problem ? error.message : error);
  await end(1);
}

async function showBrowser(program: string, product: Product): Promise<void> {
  const browser = await openBrowser({
    program,
    extension: product.extensionFolder,
    profile: join(product.dataFolder, 'browser'),
    page: product.demoUrl,
  });
  undo.push(browser.stop);
}

/** Ends every part, last first; a second signal changes nothing. */
function end(code: number): Promise<void> {
  ending ??= (async () => {
    for (const step of undo.reverse()) await step();
    process.exit(code);
  })();
  return ending;
}

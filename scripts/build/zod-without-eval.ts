import type { TransformPlugin } from './transform-plugin.ts';

const CORE = /zod\/v4\/core\/core\.js$/;
const CONFIG = '__zod_globalConfig = {}';

/**
 * Tells zod from its first line on that it may not compile code from text. An extension's pages may not, and each try is a violation of their
 * security policy. A call at run time comes too late for schemas that the bundler put into a chunk before it.
 * @throws when zod keeps its settings elsewhere: it was updated, and somebody has to look
 */
export function zodWithoutEval(): TransformPlugin {
  return {
    name: 'parecer:zod-without-eval',
    transform(code, id) {
      if (!CORE.test(id)) return undefined;
      if (!code.includes(CONFIG)) {
        throw new Error('zod keeps its settings elsewhere: see scripts/build/zod-without-eval.ts.');
      }
      return code.replace(CONFIG, '__zod_globalConfig = { jitless: true }');
    },
  };
}

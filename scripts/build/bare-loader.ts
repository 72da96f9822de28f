import type { TransformPlugin } from './transform-plugin.ts';

const ENTRY = /content-script-main-world-entrypoint/;
const DEFINITION = /^import definition from .+;$/m;

/**
 * Takes from the loader the rest of the framework's wrapper: a logger that prints nothing in a build, for an error that the browser names anyway
 * (docs/adr/0008-the-loader-goes-without-the-frameworks-wrapper.md).
 * @throws when the wrapper is not what it was: the framework was updated, and somebody has to look
 */
export function bareLoader(): TransformPlugin {
  return {
    name: 'parecer:bare-loader',
    transform(code, id) {
      if (!ENTRY.test(id)) return undefined;
      const [definition] = DEFINITION.exec(code) ?? [];
      if (definition === undefined || !code.includes('definition.main()')) {
        throw new Error('The wrapper around content scripts has changed: see scripts/build/bare-loader.ts.');
      }
      return `${definition}\nexport default definition.main();\n`;
    },
  };
}

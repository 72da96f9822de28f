import type { Dock } from './dock.ts';
import type { Loader } from './loader.ts';

/**
 * Loader and dock are two scripts in one isolated world, which the page cannot see. They find each other, and a second injection finds
 * the first, through these names.
 */
declare global {
  var parecerLoader: Loader | undefined;
  var parecerDock: Dock | undefined;
  /** Panel and launcher come back after a shot of the page. */
  var parecerStepBack: (() => void) | undefined;
}

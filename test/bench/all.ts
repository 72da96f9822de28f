import type { Bench } from './bench.ts';
import { callCard } from './call-card.ts';
import { directory } from './directory.ts';
import { draftKeep } from './draft-keep.ts';
import { editorFrame } from './editor-frame.ts';
import { hostCost } from './host-cost.ts';
import { loaderSize } from './loader-size.ts';
import { panelOpen } from './panel-open.ts';
import { serverRate } from './server-rate.ts';

/** Every bench, in the order of the table. */
export const benches: readonly Bench[] = [
  loaderSize,
  hostCost,
  panelOpen,
  callCard,
  draftKeep,
  editorFrame,
  serverRate,
  directory,
];

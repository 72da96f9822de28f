import { describe, expect, it } from 'vitest';
import { layoutAfterKey, toDockWidth } from '../../../host/dock-width.ts';

describe('the width of the dock', () => {
  it.each([
    [100, 360],
    [399.6, 400],
    [5000, 640],
  ])('%s becomes %s', (width, kept) => {
    expect(toDockWidth(width)).toBe(kept);
  });

  it.each([
    ['right', 'ArrowLeft', false, { width: 416, side: 'right' }],
    ['right', 'ArrowRight', false, { width: 384, side: 'right' }],
    ['left', 'ArrowRight', false, { width: 416, side: 'left' }],
    ['left', 'ArrowLeft', false, { width: 384, side: 'left' }],
    ['right', 'Home', false, { width: 360, side: 'right' }],
    ['right', 'End', false, { width: 640, side: 'right' }],
    ['right', 'ArrowLeft', true, { width: 400, side: 'left' }],
    ['left', 'ArrowRight', true, { width: 400, side: 'right' }],
    ['right', 'Enter', false, null],
  ] as const)('on the %s after %s (shift %s) is %j', (side, key, shift, layout) => {
    expect(layoutAfterKey({ width: 400, side }, key, shift)).toEqual(layout);
  });
});

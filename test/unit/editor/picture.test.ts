import { describe, expect, test } from 'vitest';
import {
  addInMiddle,
  addMark,
  boxOf,
  createPicture,
  markAt,
  moveMark,
  redo,
  removeMark,
  undo,
} from '../../../components/editor/capture/picture.ts';

const picture = createPicture(
  { width: 2000, height: 1000 },
  [{ x: 10.4, y: 20, width: 50, height: 10 }],
  1000,
);

describe('marks on a picture', () => {
  test('areas of the page are offered blurred, in the pixels of the picture', () => {
    expect(picture.marks).toEqual([
      { id: 1, kind: 'blur', from: { x: 20, y: 40 }, to: { x: 121, y: 60 }, offered: true },
    ]);
  });

  test('every step is taken back and done again', () => {
    const second = addMark(
      addMark(picture, 'box', { x: 0, y: 0 }, { x: 50, y: 50 }),
      'arrow',
      { x: 1, y: 1 },
      { x: 9, y: 9 },
    );
    expect(second.marks.map(({ kind }) => kind)).toEqual(['blur', 'box', 'arrow']);
    const back = undo(undo(undo(second)));
    expect(back.marks).toEqual(picture.marks);
    expect(redo(redo(back)).marks).toEqual(second.marks);
    expect(redo(addInMiddle(back, 'box')).marks).toHaveLength(2);
    expect(undo(removeMark(picture, 1)).marks).toEqual(picture.marks);
  });

  test('a second crop takes the place of the first', () => {
    const twice = addMark(addInMiddle(picture, 'crop'), 'crop', { x: 5, y: 5 }, { x: 105, y: 55 });
    expect(twice.marks.filter(({ kind }) => kind === 'crop').map(boxOf)).toEqual([
      { x: 5, y: 5, width: 100, height: 50 },
    ]);
  });

  test('marks stay within the picture and large enough to be seen', () => {
    const moved = moveMark(picture, 1, { x: -500, y: 5000 }, false).marks.map(boxOf);
    expect(moved).toEqual([{ x: 0, y: 980, width: 101, height: 20 }]);
    const [small] = moveMark(picture, 1, { x: -101, y: -20 }, true).marks.map(boxOf);
    expect(small?.width).toBeGreaterThanOrEqual(8);
    expect(small?.height).toBeGreaterThanOrEqual(8);
  });

  test('a place finds the topmost mark on it, and no crop', () => {
    const covered = addMark(addInMiddle(picture, 'crop'), 'box', { x: 30, y: 45 }, { x: 60, y: 58 });
    expect(markAt(covered, { x: 40, y: 50 })?.kind).toBe('box');
    expect(markAt(covered, { x: 110, y: 50 })?.kind).toBe('blur');
    expect(markAt(covered, { x: 1000, y: 500 })).toBeNull();
  });
});

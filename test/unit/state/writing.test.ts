import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { err } from '../../../domain/result.ts';
import { plainTextToRichText } from '../../../domain/rich-text/document.ts';
import { createWriting } from '../../../state/writing.ts';
import { aDraft } from '../../support/screens/fixtures.ts';
import { createMemoryDrafts } from '../../support/screens/memory-drafts.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const now = () => new Date('2026-07-16T17:36:00.000Z');

test('a draft in which nothing was written is not kept', async () => {
  const drafts = createMemoryDrafts();
  const writing = createWriting(aDraft(), { drafts, now }, false);
  writing.select({ anchor: 1, head: 1 });
  await writing.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(drafts.all.value).toEqual([]);
  expect(writing.keeping.value).toEqual({ kind: 'untouched' });
});

test('text is on disk within 250 ms of the first key, also while typing goes on', async () => {
  const drafts = createMemoryDrafts();
  const writing = createWriting(aDraft(), { drafts, now }, false);
  for (let key = 1; key <= 5; key += 1) {
    writing.typed(() => plainTextToRichText('x'.repeat(key)), false);
    await vi.advanceTimersByTimeAsync(50);
  }
  expect(drafts.all.value[0]?.body).toEqual(plainTextToRichText('xxxx'));
});

test('the text is read only when it is kept, not at each key', async () => {
  const writing = createWriting(aDraft(), { drafts: createMemoryDrafts(), now }, false);
  const read = vi.fn(() => plainTextToRichText('abc'));
  writing.typed(read, false);
  writing.typed(read, false);
  writing.typed(read, false);
  expect(read).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(250);
  expect(read).toHaveBeenCalledTimes(1);
});

test('flushing keeps at once and says when', async () => {
  const drafts = createMemoryDrafts();
  const writing = createWriting(aDraft(), { drafts, now }, false);
  writing.change({ typeId: '0190a000-0000-7000-8000-000000000001' });
  expect(writing.keeping.value).toEqual({ kind: 'pending' });
  expect(await writing.flush()).toEqual({ kind: 'kept', at: '2026-07-16T17:36:00.000Z' });
  expect(drafts.all.value[0]?.typeId).toBe('0190a000-0000-7000-8000-000000000001');
});

test('what fails unforeseen is said, and ends the keeping of nothing that is typed after it', async () => {
  const drafts = createMemoryDrafts();
  let isBroken = true;
  const keep: typeof drafts.keep = (draft) => {
    if (isBroken) throw new RangeError('Maximum call stack size exceeded');
    return drafts.keep(draft);
  };
  const causes: unknown[] = [];
  const problem = { code: 'not-kept', message: 'Não foi possível guardar.' };
  const unforeseen = (cause: unknown) => {
    causes.push(cause);
    return problem;
  };
  const writing = createWriting(aDraft(), { drafts: { keep, unforeseen }, now }, false);
  writing.typed(() => plainTextToRichText('a'), false);
  expect(await writing.flush()).toEqual({ kind: 'failed', problem });
  expect(causes).toMatchObject([{ name: 'RangeError' }]);
  isBroken = false;
  writing.typed(() => plainTextToRichText('ab'), false);
  expect(await writing.flush()).toMatchObject({ kind: 'kept' });
  expect(drafts.all.value[0]?.body).toEqual(plainTextToRichText('ab'));
});

test('the first key begins the writing, the next ones do not move its start', async () => {
  const time = { at: now() };
  const writing = createWriting(aDraft(), { drafts: createMemoryDrafts(), now: () => time.at }, false);
  writing.typed(() => plainTextToRichText('a'), false);
  time.at = new Date('2026-07-16T17:50:00.000Z');
  writing.typed(() => plainTextToRichText('ab'), false);
  expect(writing.current().writingStartedAt).toBe('2026-07-16T17:36:00.000Z');
});

test('how far the screen is scrolled is kept with the text, and is no change of its own', async () => {
  const drafts = createMemoryDrafts();
  const writing = createWriting(aDraft(), { drafts, now }, false);
  writing.scrolled(80);
  await writing.flush();
  expect(drafts.all.value).toEqual([]);
  writing.typed(() => plainTextToRichText('texto'), false);
  writing.scrolled(140);
  await writing.flush();
  expect(drafts.all.value[0]?.scrollTop).toBe(140);
  writing.scrolled(30);
  await vi.advanceTimersByTimeAsync(1000);
  expect(drafts.all.value[0]?.scrollTop).toBe(140);
  await writing.flush();
  expect(drafts.all.value[0]?.scrollTop).toBe(30);
});

test('a full disk is said, the text stays, and the next change tries again', async () => {
  const drafts = createMemoryDrafts();
  const problem = { code: 'quota-exceeded', message: 'Sem espaço.' };
  drafts.failWith(err(problem));
  const writing = createWriting(aDraft(), { drafts, now }, false);
  writing.typed(() => plainTextToRichText('texto'), false);
  expect(await writing.flush()).toEqual({ kind: 'failed', problem });
  expect(writing.current().body).toEqual(plainTextToRichText('texto'));

  drafts.failWith(null);
  writing.typed(() => plainTextToRichText('texto e mais'), false);
  await vi.advanceTimersByTimeAsync(250);
  expect(drafts.all.value[0]?.body).toEqual(plainTextToRichText('texto e mais'));
  expect(writing.keeping.value.kind).toBe('kept');
});

test('nothing is kept after the draft was sent', async () => {
  const drafts = createMemoryDrafts();
  const writing = createWriting(aDraft(), { drafts, now }, false);
  writing.typed(() => plainTextToRichText('texto'), false);
  writing.dispose();
  await vi.advanceTimersByTimeAsync(1000);
  await writing.flush();
  expect(drafts.all.value).toEqual([]);
});

test('while the draft is being sent nothing is kept, and what was typed meanwhile is kept when sending is refused', async () => {
  const drafts = createMemoryDrafts();
  const writing = createWriting(aDraft(), { drafts, now }, false);
  writing.typed(() => plainTextToRichText('texto'), false);
  await writing.hold();
  writing.typed(() => plainTextToRichText('texto e mais'), false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(drafts.all.value).toEqual([]);
  writing.resume();
  await vi.advanceTimersByTimeAsync(250);
  expect(drafts.all.value[0]?.body).toEqual(plainTextToRichText('texto e mais'));
});

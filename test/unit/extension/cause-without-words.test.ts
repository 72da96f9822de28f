import { expect, it } from 'vitest';
import { causeWithoutWords } from '../../../extension/cause-without-words.ts';

it('tells what failed and where, and nothing that was written', () => {
  const cause = new RangeError('José ligou', { cause: new TypeError('do 318') });
  const told = causeWithoutWords(cause);
  expect(told).toContain('RangeError because of TypeError');
  expect(told).toContain('cause-without-words.test.ts');
  expect(told).not.toMatch(/José|318 /);
  expect(causeWithoutWords('José')).not.toContain('José');
});

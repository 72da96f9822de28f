import { expect, test } from 'vitest';
import { telToNumber } from '../../../detect/tel-number.ts';

test.each([
  ['1636100140', '1636100140'],
  ['+55-16-99100-5500;ext=21', '+55-16-99100-5500'],
  ['%2B5516991005500', '+5516991005500'],
  ['36100140;phone-context=+5516', '36100140'],
  ['+551636100140?origem=erp', '+551636100140'],
  ['(16)%203610-0140', '(16) 3610-0140'],
  ['16 3610\u20110140', '16 36100140'],
  ['1636100140%', '1636100140'],
  ['%E9%20', ''],
  ['ect SVGAnimatedString]', ''],
])('the link tel:%s calls %s', (link, number) => {
  expect(telToNumber(link)).toBe(number);
});

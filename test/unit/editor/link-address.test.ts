import { expect, test } from 'vitest';
import { toLinkAddress } from '../../../components/editor/link-address.ts';

test.each([
  ['https://example.com/a?b=c', 'https://example.com/a?b=c'],
  [' example.com/nota ', 'https://example.com/nota'],
  ['intranet:8080/x', 'https://intranet:8080/x'],
  ['ana@example.com', 'mailto:ana@example.com'],
  ['(41) 3333-0000', 'tel:4133330000'],
  ['mailto:ana@example.com', 'mailto:ana@example.com'],
  ['javascript:alert(1)', null],
  ['JAVASCRIPT:alert(1)', null],
  ['javascript:12', null],
  ['tel:33330000', 'tel:33330000'],
  ['data:text/html,x', null],
  ['file:///etc/passwd', null],
  ['nota', null],
  ['', null],
])('“%s” as a link is %s', (typed, address) => {
  expect(toLinkAddress(typed)).toBe(address);
});

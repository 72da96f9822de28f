import { expect, test } from 'vitest';
import { isSafeImageSource } from '../../../domain/rich-text/attributes.ts';
import { parseRichText } from '../../../domain/rich-text/document.ts';

const image = (body: string) => `data:image/png;base64,${body}`;

test.each([4, 5, 12])(
  'an image of %i MB is read like any other: drafts may be over the limit of an opinion',
  (megabytes) => {
    const src = image('AAAA'.repeat((megabytes * 1_000_000) / 3));
    expect(() => isSafeImageSource(src)).not.toThrow();
    expect(parseRichText({ type: 'doc', content: [{ type: 'image', attrs: { src } }] }).ok).toBe(true);
  },
);

test.each(['AAAA', 'AAA=', 'AA==', '', '+/09'])('“%s” is base64', (body) => {
  expect(isSafeImageSource(image(body))).toBe(true);
});

test.each(['A', 'AAA', 'A===', '====', 'AA=A', '=AAA', 'AAAA\n', 'AA"=', 'AAAA AAA'])(
  '“%s” is not base64',
  (body) => {
    expect(isSafeImageSource(image(body))).toBe(false);
  },
);

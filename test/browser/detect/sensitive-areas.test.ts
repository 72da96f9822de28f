import { expect, onTestFinished, test } from 'vitest';
import { findSensitiveAreas } from '../../../detect/sensitive-areas.ts';

const shadowOf = (element: Element) => element.shadowRoot;

function draw(html: string): HTMLElement {
  const place = document.createElement('div');
  place.style.cssText = 'position: fixed; inset: 0; background: #fff; font: 14px monospace';
  place.innerHTML = html;
  document.body.append(place);
  onTestFinished(() => place.remove());
  return place;
}

/** Whether one of the areas covers the element wholly. */
function isCovered(element: Element | null): boolean {
  const { left, top, right, bottom } = element?.getBoundingClientRect() ?? new DOMRect(-1, -1, 0, 0);
  return findSensitiveAreas(document, { shadowOf }).some(
    ({ x, y, width, height }) => x <= left && y <= top && x + width >= right && y + height >= bottom,
  );
}

test('numbers in words, in fields and spread over elements are found where they are seen', () => {
  const place = draw(`
    <p>CPF <b id="words">390.533.447-05</b> ativo</p>
    <input id="field" value="12.864.073/0001-00"><input type="password" value="39053344705">
    <p id="spread"><span>4111</span> <span>1111</span> <span>1111</span> <span>1111</span></p>
    <table><tr><td>7</td><td><span id="cell">39053344705</span></td><td>8</td></tr></table>
    <p id="plain">Pedido 390.533.447-06 de R$ 10,00</p>`);
  for (const id of ['words', 'field', 'cell'])
    expect(isCovered(place.querySelector(`#${id}`)), id).toBe(true);
  const spread = [...place.querySelectorAll('#spread span')];
  const areas = findSensitiveAreas(document, { shadowOf });
  for (const part of spread) {
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    expect(
      areas.some((area) => x > area.x && x < area.x + area.width && y > area.y && y < area.y + area.height),
    ).toBe(true);
  }
  const { top, bottom } = place.querySelector('#plain')?.getBoundingClientRect() ?? new DOMRect();
  expect(areas.some((area) => area.y + area.height > top + 3 && area.y < bottom - 3)).toBe(false);
});

test('shadow trees and frames of the page’s own are looked into', async () => {
  const place = draw(
    '<div id="host"></div><iframe id="frame" style="margin: 40px; border: 7px solid"></iframe>',
  );
  const root = place.querySelector('#host')?.attachShadow({ mode: 'open' });
  if (root === undefined) throw new Error('No shadow root.');
  root.innerHTML = '<span>390.533.447-05</span>';
  expect(isCovered(root.querySelector('span'))).toBe(true);
  const frame = place.querySelector('iframe');
  const inner = frame?.contentDocument;
  if (frame == null || inner == null) throw new Error('No frame.');
  inner.body.innerHTML = '<span>12.864.073/0001-00</span>';
  const box = frame.getBoundingClientRect();
  const text = inner.querySelector('span')?.getBoundingClientRect() ?? new DOMRect();
  const x = box.left + 7 + text.left + text.width / 2;
  const y = box.top + 7 + text.top + text.height / 2;
  const areas = findSensitiveAreas(document, { shadowOf });
  expect(
    areas.some((area) => x > area.x && x < area.x + area.width && y > area.y && y < area.y + area.height),
  ).toBe(true);
});

test('what is not seen gives nothing, and nothing but rectangles comes out', () => {
  draw(
    '<p style="display: none">390.533.447-05</p><p style="position: absolute; top: 9000px">390.533.447-05</p>',
  );
  expect(findSensitiveAreas(document, { shadowOf })).toEqual([]);
  draw('<p>390.533.447-05</p>');
  const [area] = findSensitiveAreas(document, { shadowOf });
  expect(Object.keys(area ?? {}).sort()).toEqual(['height', 'width', 'x', 'y']);
});

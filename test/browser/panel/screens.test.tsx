import { describe, expect, test } from 'vitest';
import { accessibilityFaults } from '../../support/browser/accessibility.ts';
import { mountPanel } from '../../support/browser/mount-panel.tsx';
import { panelScenes } from '../gallery/panel-scenes.ts';

describe.each(Object.entries(panelScenes))('the screen "%s"', (_name, scene) => {
  test.each(['light', 'dark'] as const)('passes the accessibility rules in the %s theme', async (theme) => {
    const world = scene.world();
    const place = await mountPanel(world, { theme });
    await scene.act?.(world);
    expect(await accessibilityFaults(place)).toEqual([]);
  });

  test('does not scroll sideways at 360 pixels', async () => {
    const world = scene.world();
    const place = await mountPanel(world, { width: 360 });
    await scene.act?.(world);
    const wide = [place, ...place.querySelectorAll('.panel, .panel__body, .dockbot')].filter(
      (element) => element.scrollWidth > element.clientWidth,
    );
    expect(wide.map((element) => element.className)).toEqual([]);
  });
});

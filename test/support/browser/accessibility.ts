import axe from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong below an element by the WCAG 2.2 A and AA rules, one line each; empty when it passes. */
export async function accessibilityFaults(root: Element): Promise<string[]> {
  await settled();
  const results = await axe.run(root, {
    runOnly: { type: 'tag', values: RULES },
    resultTypes: ['violations'],
  });
  return results.violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.html} (${node.failureSummary})`),
  );
}

/** What still fades in has the contrast of its first moment. What moves for ever is looked at as it is. */
async function settled(): Promise<void> {
  const ending = document.getAnimations().filter((animation) => {
    const { endTime } = animation.effect?.getComputedTiming() ?? {};
    return endTime !== Number.POSITIVE_INFINITY;
  });
  await Promise.allSettled(ending.map((animation) => animation.finished));
}

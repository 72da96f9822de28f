/** Back by itself after this long, in ms: the background may be stopped between shot and return. */
const LONGEST = 2000;

/**
 * Makes our own parts of the page unseen until `parecerStepBack` is called. They keep place and focus; only their opacity goes
 * (by their own styles, which nothing from outside overrides), and the page is drawn without them when this resolves.
 */
export async function stepAside(page: Document): Promise<void> {
  globalThis.parecerStepBack?.();
  const own = [...page.querySelectorAll<HTMLElement>('parecer-dock, parecer-launcher')];
  for (const { dataset } of own) dataset.away = '';
  const timer = setTimeout(() => globalThis.parecerStepBack?.(), LONGEST);
  globalThis.parecerStepBack = () => {
    clearTimeout(timer);
    globalThis.parecerStepBack = undefined;
    for (const { dataset } of own) delete dataset.away;
  };
  // Two frames: the second begins when the first was drawn.
  for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
}

import type { PersonView } from './person-view.ts';

/** Words that would run if anyone took them for markup, script or a template; each would count itself in `window.hostil.ran`. */
export const HOSTILE_TEXTS = [
  '<script>hostil.ran++</script>',
  '"><img src=x onerror="hostil.ran++">',
  'javascript:hostil.ran++//\'"',
  '<svg/onload=hostil.ran++>',
  '{{constructor.constructor("hostil.ran++")()}}',
  '\u202eatircse\u202c <iframe srcdoc="<script>parent.hostil.ran++</script>">',
] as const;

/** The person's page with such words in every field but the code. */
export function toHostileView(view: PersonView): PersonView {
  const [script, image, address, svg] = HOSTILE_TEXTS;
  const cells = (index: number) => HOSTILE_TEXTS.map((text) => `${index} ${text}`);
  return {
    ...view,
    fields: {
      ...view.fields,
      razao: script,
      fantasia: image,
      vendedor: svg,
      endereco: address,
      ramo: HOSTILE_TEXTS[4],
    },
    receivables: view.receivables.map((row, index) => ({ ...row, cells: cells(index) })),
  };
}

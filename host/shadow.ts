/**
 * A closed shadow root with a style of its own. A constructed sheet is no inline style, so no Content-Security-Policy of the page
 * touches it; where a browser does not let content scripts adopt one, a style element serves.
 */
export function attachShadow(element: HTMLElement, css: string): ShadowRoot {
  const root = element.attachShadow({ mode: 'closed' });
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = element.ownerDocument.createElement('style');
    style.textContent = css;
    root.append(style);
  }
  return root;
}

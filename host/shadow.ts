/**
 * Gives a shadow root its style. A constructed sheet is no inline style, so no Content-Security-Policy of the page touches it; where a browser
 * does not let content scripts adopt one, a style element serves.
 */
export function dress(root: ShadowRoot, css: string): void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
  } catch {
    const style = document.createElement('style');
    style.textContent = css;
    root.append(style);
  }
}

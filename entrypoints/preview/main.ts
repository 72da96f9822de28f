import '../../components/ui/ui.css';
import { readDocument } from '../../extension/preview-document.ts';
import { followTheme } from '../../extension/theme.ts';
import { attachments as words } from '../../locales/pt-BR/attachments.ts';

const root = document.getElementById('app');
// Only as a page of its own: the panel opens it in a tab.
if (root !== null && window.parent === window) {
  followTheme(document.documentElement);
  const shown = await readDocument(new URLSearchParams(location.hash.slice(1)));
  if (shown === null) root.textContent = words.notHere;
  else {
    document.title = shown.name;
    const frame = document.createElement('iframe');
    frame.className = 'viewer__doc';
    frame.title = shown.name;
    frame.src = URL.createObjectURL(shown.content);
    root.replaceChildren(frame);
  }
}

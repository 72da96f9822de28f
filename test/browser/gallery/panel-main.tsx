import { render } from 'preact';
import '../../../components/ui/ui.css';
import '../../../components/panel/frame.css';
import { preloadRichTextEditor } from '../../../components/editor/LazyRichTextEditor.tsx';
import { PanelApp } from '../../../components/panel/PanelApp.tsx';
import { panelScenes } from './panel-scenes.ts';

/** `?theme=dark#ticket` shows one screen of the panel; without a hash, the list of them. */
const theme = new URLSearchParams(location.search).get('theme');
if (theme !== null) document.documentElement.dataset.theme = theme;
const root = document.querySelector('#app');
if (root === null) throw new Error('The page has no place for the panel.');

const scene = panelScenes[location.hash.slice(1)];
if (scene === undefined) {
  render(
    <ul>
      {Object.keys(panelScenes).map((name) => (
        <li key={name}>
          <a href={`#${name}`} onClick={() => setTimeout(() => location.reload())}>
            {name}
          </a>
        </li>
      ))}
    </ul>,
    root,
  );
} else {
  await preloadRichTextEditor();
  const world = scene.world();
  render(<PanelApp ports={world.ports} />, root);
  await scene.act?.(world);
  document.documentElement.dataset.ready = 'true';
}

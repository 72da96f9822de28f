import '../../components/ui/ui.css';
import '../../components/panel/frame.css';
import { render } from 'preact';
import { PanelApp } from '../../components/panel/PanelApp.tsx';
import { isThisFrameAllowed } from '../../extension/frame-guard.ts';
import { createPanelPorts } from '../../extension/panel-ports.ts';
import { followTheme } from '../../extension/theme.ts';

const root = document.getElementById('app');
// First of all: under a page that is no enabled host nothing is read, not even the theme.
if (root !== null && (await isThisFrameAllowed())) {
  followTheme(document.documentElement);
  render(<PanelApp ports={createPanelPorts()} />, root);
} else {
  // No host page can read it: it says to who looks into this frame that the emptiness is meant.
  document.documentElement.dataset.refused = '';
}

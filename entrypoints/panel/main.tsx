import '../../extension/zod-without-eval.ts';
import '../../components/ui/ui.css';
import '../../components/panel/frame.css';
import { render } from 'preact';
import { PanelApp } from '../../components/panel/PanelApp.tsx';
import { isThisFrameAllowed } from '../../extension/frame-guard.ts';
import { createPanelPorts } from '../../extension/panel-ports.ts';
import { followTheme } from '../../extension/theme.ts';

followTheme(document.documentElement);
const root = document.getElementById('app');
if (root !== null && (await isThisFrameAllowed())) render(<PanelApp ports={createPanelPorts()} />, root);

import '../../components/ui/ui.css';
import '../../components/settings/options.css';
import { render } from 'preact';
import { OptionsPage } from '../../components/settings/OptionsPage.tsx';
import { isThisFrameAllowed } from '../../extension/frame-guard.ts';
import { createOptionsPorts } from '../../extension/options-ports.ts';
import { followTheme } from '../../extension/theme.ts';

const root = document.getElementById('app');
if (root !== null && (await isThisFrameAllowed())) {
  followTheme(document.documentElement);
  render(<OptionsPage ports={createOptionsPorts()} />, root);
}

import { render } from 'preact';
import '../../../components/ui/ui.css';
import { Gallery } from './Gallery.tsx';

/** `?theme=dark` forces a theme, `?only=form` shows one part. */
const parameters = new URLSearchParams(location.search);
const theme = parameters.get('theme');
if (theme !== null) document.documentElement.dataset.theme = theme;

const root = document.querySelector('#gallery');
if (root === null) throw new Error('The page has no place for the gallery.');
render(<Gallery only={parameters.get('only')} />, root);

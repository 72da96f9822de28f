import type { ComponentChildren } from 'preact';
import { ButtonsPart } from './ButtonsPart.tsx';
import { EditorPart } from './EditorPart.tsx';
import { FormPart } from './FormPart.tsx';
import { NoticesPart } from './NoticesPart.tsx';
import { OverlaysPart } from './OverlaysPart.tsx';

const PARTS: Readonly<Record<string, () => ComponentChildren>> = {
  buttons: () => <ButtonsPart />,
  form: () => <FormPart />,
  editor: () => <EditorPart />,
  notices: () => <NoticesPart />,
  overlays: () => <OverlaysPart />,
};

/** Names of the parts, for `?only=`. */
export const PART_NAMES = Object.keys(PARTS);

/** The shared parts in their states, one panel below the other. */
export function Gallery({ only }: { only: string | null }) {
  return (
    <>
      {Object.entries(PARTS)
        .filter(([name]) => only === null || name === only)
        .map(([name, draw]) => (
          <section key={name} class="panel" aria-label={name}>
            {draw()}
          </section>
        ))}
    </>
  );
}

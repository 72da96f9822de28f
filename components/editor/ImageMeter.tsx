import { IMAGE_BYTES_LIMIT, type ImageUsage } from '../../domain/rich-text/limits.ts';
import { editor as words } from '../../locales/pt-BR/editor.ts';
import { numbers } from '../../locales/pt-BR/numbers.ts';

/** What the images weigh, of 1 MB. Over it the meter turns red and says by how much. */
export function ImageMeter({ usage }: { usage: ImageUsage }) {
  const isOver = usage.overBy > 0;
  const share = Math.min(100, Math.round((usage.bytes / IMAGE_BYTES_LIMIT) * 100));
  return (
    <span class={isOver ? 'meter meter--over' : 'meter'} role="status">
      <span class="meter__track" aria-hidden="true">
        <i style={{ width: `${share}%` }} />
      </span>
      <span>
        {words.meter(numbers.bytes(usage.bytes))}
        {isOver && `, ${words.meterOver(numbers.bytes(usage.overBy))}`}
      </span>
    </span>
  );
}

import type { FileUpload } from '../../domain/file-upload.ts';
import { attachments as words } from '../../locales/pt-BR/attachments.ts';
import { UploadRow } from '../attachments/UploadRow.tsx';
import { useFileActs } from '../attachments/use-file-acts.tsx';
import { usePanel } from '../panel/panel-context.ts';
import { useTimes } from '../panel/use-times.ts';

/** Files whose texts are at the server already and that are not there yet. */
export function UploadGroup({ uploads }: { uploads: readonly FileUpload[] }) {
  const panel = usePanel();
  const times = useTimes();
  const acts = useFileActs();
  if (uploads.length === 0) return null;
  return (
    <section aria-labelledby="pending-uploads">
      <div class="grp">
        <h2 class="grp__t" id="pending-uploads">
          {words.uploads}
        </h2>
        <span class="num">{uploads.length}</span>
      </div>
      <ul>
        {uploads.map((upload) => (
          <li key={upload.id} class="obx" data-upload={upload.id}>
            <div class="obx__head">
              <button
                type="button"
                class="obx__open cut"
                data-row=""
                data-key={upload.id}
                title={upload.customer.name}
                onClick={() => panel.openTicket(upload.ticketId, null, upload.customer)}
              >
                {upload.customer.name}
              </button>
              <span class="age">{times.age(upload.since)}</span>
            </div>
            <p class="obx__text cut">{upload.title}</p>
            <ul class="atts" aria-label={words.list}>
              <UploadRow upload={upload} acts={acts} />
            </ul>
          </li>
        ))}
      </ul>
      {acts.viewer}
    </section>
  );
}

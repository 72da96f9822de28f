import { anAttachment, anUpload } from '../../support/files.ts';
import { anOpinion, testId } from '../../support/screens/fixtures.ts';

const MB = 1024 * 1024;

/** Files of a draft, as the design shows them. */
export const draftFiles = [
  anAttachment({ name: 'NFe-8114-rejeitada.xml', size: 18_432, mediaType: 'application/xml' }),
  anAttachment({ name: 'tela-da-rejeicao.png', size: 340 * 1024 }),
];

const sheet = anAttachment({
  ...{ name: 'tabela-ncm-julho-2026.xlsx', size: 4.1 * MB },
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
});
const report = anAttachment({ name: 'laudo do técnico.pdf', size: 2 * MB, mediaType: 'application/pdf' });
const held = anAttachment({ name: 'gravação da ligação.mp3', size: 3 * MB, mediaType: 'audio/mpeg' });
const refused = anAttachment({ name: 'foto-do-balcao.png', size: 800 * 1024 });
const elsewhere = anAttachment({ name: 'comprovante.pdf', size: 90 * 1024, mediaType: 'application/pdf' });
const gone = anAttachment({ name: 'backup-antigo.zip', size: 5 * MB, mediaType: 'application/zip' });

/** An opinion whose files are in every state that there is. */
export const opinionWithFiles = anOpinion(332, 'Seguem a tabela de julho, o laudo e a gravação.', {
  attachments: [
    ...draftFiles.map((file) => ({ ...file, state: 'arrived' as const })),
    ...[sheet, held, refused, elsewhere].map((file) => ({ ...file, state: 'expected' as const })),
    { ...gone, state: 'given-up' },
  ],
});

const of = { ticketId: testId(300), opinionId: testId(332), title: 'Rejeição 778 na NF-e: NCM inexistente' };
export const fileUploads = [
  anUpload({ ...of, file: sheet, state: 'sending', sent: 2.6 * MB }),
  anUpload({ ...of, file: held, state: 'paused', sent: MB }),
  anUpload({
    ...of,
    ...{ file: refused, state: 'needs' },
    problem: {
      code: 'content-differs',
      message:
        'foto-do-balcao.png chegou diferente do que foi anunciado e não foi guardado. Envie o anexo de novo.',
    },
  }),
  anUpload({ ...of, file: report }),
];

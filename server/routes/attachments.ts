import { z } from 'zod';
import { idSchema } from '../../domain/id.ts';
import { serverRefusals } from '../../locales/pt-BR/server-refusals.ts';
import { UPLOADS_PATH } from '../blobs/uploads.ts';
import { readAnnounced } from '../db/attachments.ts';
import { downloadHeaders } from '../http/download-headers.ts';
import { defineRawRoute, defineRoute, type Route } from '../http/route.ts';
import { refuse } from '../problems.ts';
import type { RouteDependencies } from './dependencies.ts';

const idParams = z.object({ id: idSchema });

/** The bytes of attachments: in by the tus protocol (https://tus.io/protocols/resumable-upload), out as downloads. */
export function attachmentRoutes({ database, uploads }: RouteDependencies): Route[] {
  return [
    defineRawRoute({
      operation: 'beginUpload',
      method: 'post',
      path: UPLOADS_PATH,
      answers: { 201: null },
      handle: ({ context, actor }) => uploads.handle(context.req.raw, actor),
    }),
    defineRawRoute({
      operation: 'readUploadOffset',
      // Hono gives HEAD to the routes of GET.
      method: 'get',
      path: `${UPLOADS_PATH}/:id`,
      params: idParams,
      answers: { 200: null },
      handle({ context, actor }) {
        const { url, headers } = context.req.raw;
        return uploads.handle(new Request(url, { method: 'HEAD', headers }), actor);
      },
    }),
    defineRawRoute({
      operation: 'appendUpload',
      method: 'patch',
      path: `${UPLOADS_PATH}/:id`,
      params: idParams,
      answers: { 204: null },
      handle: ({ context, actor }) => uploads.handle(context.req.raw, actor),
    }),
    defineRoute({
      operation: 'giveUpUpload',
      method: 'delete',
      path: `${UPLOADS_PATH}/:id`,
      params: idParams,
      answers: { 204: null },
      async handle({ params, actor }) {
        await uploads.giveUp(params.id, actor);
        return { status: 204 };
      },
    }),
    defineRawRoute({
      operation: 'downloadAttachment',
      method: 'get',
      path: '/attachments/:id/content',
      params: idParams,
      answers: { 200: null },
      async handle({ params }) {
        const file = await readAnnounced(database, params.id);
        if (file === null) throw refuse('not-found', serverRefusals.attachmentUnknown);
        if (!file.hasArrived) throw refuse('not-found', serverRefusals.attachmentOnItsWay(file.name));
        const bytes = await uploads.blobs.open(file.sha256);
        if (bytes === null) throw new Error('The bytes of an attachment are not in BLOB_DIR.');
        return new Response(bytes.stream, { headers: downloadHeaders(file, bytes.size) });
      },
    }),
  ];
}

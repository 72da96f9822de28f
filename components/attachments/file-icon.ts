import {
  FileArchive,
  FileImage,
  FileMusic,
  FilePlay,
  FileSpreadsheet,
  FileText,
  type IconNode,
} from 'lucide';

/** How a file of this media type is drawn. */
export function iconOfFile(mediaType: string): IconNode {
  if (mediaType.startsWith('image/')) return FileImage;
  if (mediaType.startsWith('audio/')) return FileMusic;
  if (mediaType.startsWith('video/')) return FilePlay;
  if (/excel|spreadsheet|\/csv$/.test(mediaType)) return FileSpreadsheet;
  if (/zip|rar|7z|tar/.test(mediaType)) return FileArchive;
  return FileText;
}

/** Pictures that the panel shows itself: what a browser draws and never runs. */
const PICTURES = new Set([
  'image/png',
  'image/apng',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/bmp',
  'image/avif',
]);

export type FileView = 'picture' | 'document' | null;

/** How a file can be looked at without saving it; null where it cannot. */
export function viewOf(mediaType: string): FileView {
  if (PICTURES.has(mediaType)) return 'picture';
  return mediaType === 'application/pdf' ? 'document' : null;
}

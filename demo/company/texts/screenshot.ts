import { crc32, deflateSync } from 'node:zlib';
import type { Random } from '../random.ts';

const WIDTH = 320;
const HEIGHT = 120;
/** Grey page, white window, blue bar, red message, dark lines. */
const PALETTE = [0xece9e2, 0xffffff, 0x27517f, 0xaa1111, 0x8a8678];

/** A small picture that looks like a window with an error in it: about half a kilobyte of PNG. */
export function createScreenshot(random: Random): Uint8Array {
  const rows = Array.from({ length: HEIGHT }, () => new Uint8Array(WIDTH + 1));
  const fill = (x: number, y: number, width: number, height: number, colour: number) => {
    for (const row of rows.slice(y, y + height)) row.fill(colour, x + 1, x + width + 1);
  };
  fill(20, 12, 280, 96, 1);
  fill(20, 12, 280, 14, 2);
  fill(32, 36, 24, 24, 3);
  for (let line = 0; line < 4; line += 1) fill(66, 38 + line * 12, random.integer(90, 220), 4, 4);
  fill(220, 88, 64, 14, 2);
  return new Uint8Array(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', header()),
      chunk(
        'PLTE',
        Buffer.from(PALETTE.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
      ),
      chunk('IDAT', deflateSync(Buffer.concat(rows))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

/** 8 bits a pixel, each an entry of the palette. */
function header(): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(WIDTH, 0);
  data.writeUInt32BE(HEIGHT, 4);
  data.set([8, 3, 0, 0, 0], 8);
  return data;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** A screen of its own with a keyboard and a pointer that a test moves, for what only a person at the machine can answer. */
export interface Display {
  /** For the environment of programs: `DISPLAY`. */
  name: string;
  /** Presses a key, with another held down where one is named. */
  press(key: Key, held?: Key): Promise<void>;
  /** Moves the pointer, without a click. */
  point(x: number, y: number): Promise<void>;
  /** What is on the screen, as it comes from the server: 4 bytes a pixel, blue first. */
  capture(): Promise<Buffer>;
  stop(): Promise<void>;
}

/** Keys by the codes that Xvfb's keyboard gives them. */
const keyCodes = {
  Tab: 23,
  Enter: 36,
  Space: 65,
  Escape: 9,
  ArrowLeft: 113,
  ArrowRight: 114,
  Alt: 64,
  P: 33,
} as const;
export type Key = keyof typeof keyCodes;

export const screenSize = { width: 1280, height: 900 } as const;

/** Starts Xvfb on a free display and connects to it. */
export async function startDisplay(): Promise<Display> {
  const screen = `${screenSize.width}x${screenSize.height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await firstLine(server);
  const socket = createConnection(`/tmp/.X11-unix/X${number}`);
  const x = await connect(socket);
  const keyPress = 2;
  const motion = 6;
  return {
    name: `:${number}`,
    async press(key, held) {
      if (held) x.fakeInput(keyPress, keyCodes[held]);
      x.fakeInput(keyPress, keyCodes[key]);
      x.fakeInput(keyPress + 1, keyCodes[key]);
      if (held) x.fakeInput(keyPress + 1, keyCodes[held]);
      await x.sync();
    },
    async point(left, top) {
      x.fakeInput(motion, 0, left, top);
      await x.sync();
    },
    capture: () => x.image(),
    async stop() {
      socket.destroy();
      if (server.exitCode === null && server.kill()) await once(server, 'exit');
    },
  };
}

async function firstLine(server: ChildProcess): Promise<string> {
  const pipe = server.stdio[3] as Readable;
  const failed = once(server, 'error').then(([error]) => Promise.reject(error as Error));
  const [chunk] = await Promise.race([once(pipe, 'data'), failed]);
  return String(chunk).trim();
}

/** The few requests of the X protocol that are needed: XTEST's fake input and the image of the root window. */
async function connect(socket: Socket) {
  const read = createReader(socket);
  socket.write(Buffer.from([0x6c, 0, 11, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
  const head = await read(8);
  if (head[0] !== 1) throw new Error('Xvfb refused the connection.');
  const setup = await read(head.readUInt16LE(6) * 4);
  const vendor = Math.ceil(setup.readUInt16LE(16) / 4) * 4;
  const root = setup.readUInt32LE(32 + vendor + setup.readUInt8(21) * 8);

  const query = Buffer.alloc(16);
  query.writeUInt8(98, 0);
  query.writeUInt16LE(4, 2);
  query.writeUInt16LE(5, 4);
  query.write('XTEST', 8, 'latin1');
  socket.write(query);
  const opcode = (await reply())[9] ?? 0;

  return { fakeInput, sync, image };

  function fakeInput(type: number, detail: number, left = 0, top = 0): void {
    const request = Buffer.alloc(36);
    request.writeUInt8(opcode, 0);
    request.writeUInt8(2, 1);
    request.writeUInt16LE(9, 2);
    request.writeUInt8(type, 4);
    request.writeUInt8(detail, 5);
    request.writeUInt32LE(root, 12);
    request.writeInt16LE(left, 24);
    request.writeInt16LE(top, 26);
    socket.write(request);
  }
  /** Resolves when everything before it was done: asks for the input focus, which costs nothing. */
  async function sync(): Promise<void> {
    socket.write(Buffer.from([43, 0, 1, 0]));
    await reply();
  }
  async function image(): Promise<Buffer> {
    const request = Buffer.alloc(20);
    request.writeUInt8(73, 0);
    request.writeUInt8(2, 1);
    request.writeUInt16LE(5, 2);
    request.writeUInt32LE(root, 4);
    request.writeUInt16LE(screenSize.width, 12);
    request.writeUInt16LE(screenSize.height, 14);
    request.writeUInt32LE(0xffffffff, 16);
    socket.write(request);
    return (await reply()).subarray(32);
  }
  async function reply(): Promise<Buffer> {
    let first = await read(32);
    // What is neither an error (0) nor a reply (1) is an event, such as that of a changed keyboard.
    while ((first[0] ?? 0) > 1) first = await read(32);
    if (first[0] === 0) throw new Error(`Xvfb answered with error ${first[1]}.`);
    return Buffer.concat([first, await read(first.readUInt32LE(4) * 4)]);
  }
}

/** Reads exactly so many bytes, one caller after the other. */
function createReader(socket: Socket): (length: number) => Promise<Buffer> {
  let kept: Buffer = Buffer.alloc(0);
  let wake = () => {};
  socket.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]);
    wake();
  });
  return async (length) => {
    while (kept.length < length) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    const part = kept.subarray(0, length);
    kept = kept.subarray(length);
    return part;
  };
}

import type { Owner } from '../../domain/owner.ts';

/** What the client has told the agent: the promises that a run is held to. */
export interface Model {
  /** A version of a text was shown as kept. */
  kept(textId: string, version: number, owner: Owner): void;
  /** OK, or an act without text, was asked for at this moment; its commands come in this order. */
  asked(textId: string): void;
  /** It was shown as accepted. */
  accepted(textId: string, version: number, owner: Owner, ticketId: string): void;
  /** It was asked back: from here on either may be. */
  askedBack(textId: string): void;
  /** An act without text that goes away with the text that it came with. */
  mayBeGone(id: string): void;
  /** Everything that is not as it was told; nothing where all promises were kept. */
  broken(applied: readonly AppliedText[]): string[];
}

/** What the server has at the end, in the order in which it was applied. */
export interface AppliedText {
  textId: string;
  version: number;
  userId: string;
  ticketId: string;
  /** It opens its ticket, and comes before the others whenever it was asked for. */
  opens: boolean;
}

interface Text {
  owner: Owner;
  /** The highest version that was shown as kept. */
  kept: number;
  /** Version and ticket as accepted; null while it is not, or may not be. */
  accepted: { version: number; ticketId: string; at: number } | null;
  askedAt: number;
}

export function createModel(): Model {
  const told = new Map<string, Text>();
  const asks = new Map<string, number>();
  let moment = 0;
  const textOf = (id: string, owner: Owner): Text => {
    const text = told.get(id) ?? { owner, kept: 0, accepted: null, askedAt: 0 };
    told.set(id, text);
    return text;
  };

  return {
    kept(id, version, owner) {
      const text = textOf(id, owner);
      text.kept = Math.max(text.kept, version);
    },
    asked: (id) => void asks.set(id, ++moment),
    accepted(id, version, owner, ticketId) {
      const text = textOf(id, owner);
      text.accepted = { version, ticketId, at: ++moment };
      text.askedAt = asks.get(id) ?? 0;
    },
    askedBack(id) {
      const text = told.get(id);
      if (text !== undefined) text.accepted = null;
    },
    mayBeGone: (id) => void told.delete(id),
    broken(applied) {
      const wrong: string[] = [];
      for (const [id, { owner, kept, accepted }] of told) {
        const places = applied.filter(({ textId }) => textId === id);
        if (places.length !== 1) wrong.push(`${id} was applied ${places.length} times`);
        for (const { version, userId } of places) {
          if (version < kept) wrong.push(`${id} has version ${version}, and ${kept} was shown as kept`);
          if (accepted && version !== accepted.version) wrong.push(`${id} was accepted with other words`);
          if (userId !== owner.userId) wrong.push(`${id} went to somebody else`);
        }
      }
      for (const [place, { textId, ticketId }] of applied.entries()) {
        const at = told.get(textId)?.accepted?.at;
        if (at === undefined) continue;
        for (const { textId: before, ticketId: other, opens } of applied.slice(0, place))
          if (!opens && other === ticketId && (told.get(before)?.askedAt ?? 0) > at)
            wrong.push(`${before} overtook ${textId}`);
      }
      return wrong;
    },
  };
}

import { type Box, contains } from './geometry.ts';

/** Red, green and blue, 0–255. */
export type Colour = readonly [number, number, number];

/** Something painted under the text; `colour` is missing for what has many: gradients and patterns. */
type Painted = { readonly box: Box; readonly colour: Colour | undefined };

/**
 * A difference up to this in every channel is not seen. Light grey `#e0e0e0` on white (31) still is,
 * `#f0f0f0` (15) is not.
 */
const UNSEEN_DIFFERENCE = 24;

const WHITE: Colour = [255, 255, 255];

/** Parses the `#rrggbb` in which PDF.js gives every plain colour; anything else has no single colour. */
export function parseColour(value: unknown): Colour | undefined {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/i.test(value)) return undefined;
  const number = Number.parseInt(value.slice(1), 16);
  return [number >> 16, (number >> 8) & 255, number & 255];
}

/** What is painted on one page so far, so that white text on a dark bar counts and on the bare page does not. */
export type Background = {
  paint(box: Box, colour: Colour | undefined, alpha: number): void;
  /** Whether text of this colour and opacity can be told from what lies under this point. */
  shows(colour: Colour | undefined, alpha: number, x: number, y: number): boolean;
};

export function createBackground(): Background {
  const painted: Painted[] = [];

  function at(x: number, y: number): Painted | undefined {
    return painted.findLast(({ box }) => contains(box, x, y));
  }

  return {
    paint(box, colour, alpha) {
      const under = at((box.left + box.right) / 2, (box.top + box.bottom) / 2);
      const backdrop = under ? under.colour : WHITE;
      painted.push({ box, colour: colour && backdrop && blend(colour, backdrop, alpha) });
    },
    shows(colour, alpha, x, y) {
      const under = at(x, y);
      const backdrop = under ? under.colour : WHITE;
      if (!colour || !backdrop) return alpha > UNSEEN_DIFFERENCE / 255;
      return difference(blend(colour, backdrop, alpha), backdrop) > UNSEEN_DIFFERENCE;
    },
  };
}

function blend(colour: Colour, backdrop: Colour, alpha: number): Colour {
  const channel = (index: 0 | 1 | 2) => colour[index] * alpha + backdrop[index] * (1 - alpha);
  return [channel(0), channel(1), channel(2)];
}

function difference(one: Colour, other: Colour): number {
  return Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]), Math.abs(one[2] - other[2]));
}

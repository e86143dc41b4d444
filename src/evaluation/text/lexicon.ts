const list = (text: string): string[] => text.trim().split(/\s+/);

/** Words that turn a clause round. */
export const NEGATIONS: ReadonlySet<string> = new Set(
  list('not no never none neither nor without nothing nobody lack lacks lacking unable cannot'),
);

/** Phrases that look like a negation and are none, with the word that stands for them. */
export const NOT_NEGATIONS: ReadonlyMap<string, string> = new Map([
  ['no longer', 'nolonger'],
  ['no more than', 'maximum'],
  ['not more than', 'maximum'],
  ['at most', 'maximum'],
  ['no less than', 'minimum'],
  ['not less than', 'minimum'],
  ['at least', 'minimum'],
  ['not only', 'also'],
  ['not just', 'also'],
]);

/** Words that carry grammar rather than meaning. `first`, `last`, `up` and `all` mean something in this trade and stay. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  list(`a an the this that these those it its they them their theirs there here he she his her him i me my mine we us
    our ours you your yours who whom whose which what when where why how and or but if then else so as at by for from
    in into of off on onto to with within than too very also just only even still such some any each both either
    is are was were be been being am do does did doing done have has had having can could may might must shall
    should will would not no nor about because while whereas since though although however therefore thus hence
    e g eg ie etc like via per more most much many other another one ones s t ll ve re d m
    basically simply really actually generally usually often typically well get gets got let lets make makes made
    use uses used using thing things way ways something anything someone`),
);

/** Number words are compared as digits. */
export const DIGITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    zero: '0',
    one: '1',
    two: '2',
    twice: '2',
    three: '3',
    four: '4',
    five: '5',
    six: '6',
    seven: '7',
    eight: '8',
    nine: '9',
    ten: '10',
  }),
);

/** Symbols that people write instead of words. */
export const SPOKEN_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['&', ' and '],
  ['<', ' less '],
  ['>', ' greater '],
  ['<=', ' less equal '],
  ['>=', ' greater equal '],
  ['!=', ' not equal '],
  ['==', ' equal '],
]);

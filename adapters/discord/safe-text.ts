import type { Locale } from '../../src/chat/message.ts';
import { stripControls } from '../../src/chat/text.ts';

const CODE = /(```[\s\S]*?(?:```|$)|`[^`\n]+`)/;
/** `[words](address)` would hide where a link leads; `[` shown as itself leaves both to be read. */
const MASKED_LINK = /\[(?=[^\]\n]*\]\([^)\n]*:)/g;

/**
 * The bot's Markdown is Discord's own, so only what a text from elsewhere could do with it is taken away: control
 * characters, and links that look like another address. Mentions are left: `allowed_mentions` keeps them from pinging.
 */
export function safeText(text: string): string {
  return stripControls(text)
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(MASKED_LINK, '\\[')))
    .join('')
    .trim();
}

/** The language that most of a text of the bot's is in; quoted and code parts are somebody else's words. */
export function languageOf(text: string): Locale | null {
  const own = text
    .replace(/^> .*$/gm, '')
    .split(CODE)
    .filter((_, index) => index % 2 === 0)
    .join(' ');
  const hangul = own.match(/\p{Script=Hangul}/gu)?.length ?? 0;
  const latin = own.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (hangul + latin === 0) return null;
  // A Hangul syllable says as much as two or three letters, and Korean texts are full of English terms.
  return hangul * 4 > latin ? 'ko' : 'en';
}

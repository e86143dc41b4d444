import { SLACK_LIMITS } from './limits.ts';

/**
 * The text beside a message's blocks, for notifications and screen readers, and what is shown of a message without blocks.
 * Unlike in blocks, Slack reads `&`, `<` and `>` here.
 */
export function fallback(text: string): string {
  const { fallbackCharacters } = SLACK_LIMITS;
  const cut = text.length > fallbackCharacters ? `${text.slice(0, fallbackCharacters)}…` : text;
  // Half a character cannot be sent.
  const whole = cut.toWellFormed().trim();
  return whole === '' ? '…' : escaped(whole);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

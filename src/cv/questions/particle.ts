import { josa } from 'es-hangul';

type Particle = Parameters<typeof josa.pick>[1];

/**
 * A term with the Korean particle that its pronunciation asks for. Hangul and Latin acronyms are es-hangul's work; Latin
 * words are judged by their last letters, as they are read in Korean (코틀린을, 마이에스큐엘을, 도커를). How a digit or a
 * sign at the end is read nobody can know (S3, C++), so the noun `기술` takes the particle in its place.
 */
export function withParticle(term: string, particle: Particle): string {
  if (/[가-힣]$/u.test(term)) return josa(term, particle);
  const acronym = /[A-Z]+$/u.exec(term)?.[0];
  if (acronym !== undefined) return term + endingOf(josa(acronym, particle), acronym);
  if (!/[a-z]$/u.test(term)) return `${term} ${josa('기술', particle)}`;
  return term + josa.pick(readAs(term), particle);
}

/** A syllable that ends as the term does when it is read in Korean. */
function readAs(term: string): string {
  if (/(?:l|le)$/u.test(term)) return '알';
  if (/(?:n|m|ng|ck|ic|p|it|et)$/u.test(term) && !/(?:sm|rn)$/u.test(term)) return '안';
  return '아';
}

function endingOf(whole: string, stem: string): string {
  return whole.slice(stem.length);
}

/** `“…”라고` or `“…”이라고` by the last sound of the quotation; `null` where that cannot be known. */
export function quotedAs(quotation: string): string | null {
  if (!/[가-힣A-Za-z]$/u.test(quotation)) return null;
  const particle = withParticle(quotation, '이라/라').slice(quotation.length);
  return `“${quotation}”${particle}고`;
}

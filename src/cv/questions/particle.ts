import { josa } from 'es-hangul';

type Particle = Parameters<typeof josa.pick>[1];

/**
 * A term with the Korean particle that its pronunciation asks for. Hangul and Latin acronyms are es-hangul's work; Latin
 * words are judged by their last letters, as they are read in Korean (코틀린을, 마이에스큐엘을, 도커를), digits by
 * whether they belong to a name (에스쓰리를) or are a number (팔 버전을).
 */
export function withParticle(term: string, particle: Particle): string {
  if (/[가-힣]$/u.test(term)) return josa(term, particle);
  return term + josa.pick(lastSyllable(term), particle);
}

/** How the digits 0 to 9 are read at the end of a name that they are part of: S3, EC2, F1. */
const IN_NAMES = '로원투리포브스븐잇인';
/** How they are read in a number: MySQL 8, 0.91. */
const IN_NUMBERS = '영일이삼사오육칠팔구';

/** A syllable that ends as the term does when it is read in Korean. */
function lastSyllable(term: string): string {
  const digit = /\d$/u.exec(term)?.[0];
  if (digit !== undefined) {
    const inName = /[A-Za-z]-?\d$/u.test(term);
    return (inName ? IN_NAMES : IN_NUMBERS).charAt(Number(digit));
  }
  if (/(?:C#|\.NET)$/u.test(term)) return '샵';
  const acronym = /(?:^|[^a-z])([A-Z]+)$/u.exec(term)?.[1];
  if (acronym !== undefined) return readLetter(acronym.at(-1) ?? '');
  if (/(?:l|le)$/iu.test(term)) return '알';
  if (
    /(?:n|m|ng|ck|ic|ook|web|job|lab|tab|put|bot|chat|out|at|it|et|ine|ime|ame|ome|one|ene|une)$/iu.test(term)
  )
    return '안';
  return /(?<![lmrs])p$/iu.test(term) ? '앱' : '아';
}

function readLetter(letter: string): string {
  if (/[LR]/u.test(letter)) return '알';
  return /[MN]/u.test(letter) ? '엠' : '아';
}

import { TECHNOLOGIES, type Technology } from './technologies.ts';

/** A technology as a passage writes it. */
export type Mention = { readonly written: string; readonly technology: Technology; readonly index: number };

/** Names that are also everyday words: they count only where the sentence uses them as a tool. */
const EVERYDAY = new Set(
  `Go Spring Express Rails Phoenix Gin Oracle Aurora Caffeine Celery Exposed Saga Lambda Envoy Kong Beam Hive Ray Feast Emotion
  Remix Parcel Ember Astro Canvas Apollo Room Realm Combine Dagger Swift Rust Dart Ruby Unity Expo Capacitor Babel Helm Locust
  Transformer Transformers Gemini Claude Chroma Triton Slack Notion Bun Bootstrap Prisma Drizzle Azure Storybook Mocha
  Artillery Presto Llama Whisper Compose Flask REST Saga Perl Pact`.split(/\s+/u),
);

const BY_NAME = new Map(
  TECHNOLOGIES.flatMap((technology) => technology.names.map((name) => [name, technology])),
);
const PATTERN = toPattern([...BY_NAME.keys()]);

function toPattern(names: readonly string[]): RegExp {
  const alternatives = [...names]
    .sort((left, right) => right.length - left.length)
    .map((name) => {
      const escaped = name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
      // Words that are written small may begin a sentence; "React" must not be found in "react".
      if (!/^[a-z][a-z ,/-]+$/u.test(name)) return escaped;
      return `[${escaped.charAt(0)}${escaped.charAt(0).toUpperCase()}]${escaped.slice(1)}`;
    });
  return new RegExp(`(?<![\\p{L}\\d_@.-])(?:${alternatives.join('|')})(?![A-Za-z\\d_+#]|\\.[a-z])`, 'gu');
}

/** The technologies that a passage names, in its order and spelling, each once. */
export function findTechnologies(text: string): readonly Mention[] {
  const found: Mention[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const [written] = match;
    const technology =
      BY_NAME.get(written) ?? BY_NAME.get(written.charAt(0).toLowerCase() + written.slice(1));
    if (technology === undefined || found.some((one) => one.technology === technology)) continue;
    if (EVERYDAY.has(written) && !isUsedAsTool(text, match.index, written.length)) continue;
    found.push({ written, technology, index: match.index });
  }
  return found;
}

function isUsedAsTool(text: string, index: number, length: number): boolean {
  const before = text.slice(0, index).trimEnd();
  const after = text.slice(index + length);
  if (/^(?:\s+(?:to|for|through|back|live|semester|19\d\d|20\d\d)\b|-[a-z]|['’]s\b)/iu.test(after))
    return false;
  if (/^\s*(?:[,/|·()&+;:]|$|\.\s*$)/u.test(after) || /^[가-힣]/u.test(after)) return true;
  if (
    /^\s+(?:services?|backends?|servers?|microservices?|code|apps?|APIs?|clients?|librar|-based)/u.test(after)
  )
    return true;
  return /(?:[,/|·(&+:]|\b(?:in|with|using|via|to|from|on|and|or|our|a|an|the|of|into|for))$/iu.test(before);
}

import type { Passage } from './classify.ts';

const NO_SKILL =
  /^(?:english|korean|japanese|chinese|german|french|spanish|native|fluent|advanced|basic|intermediate|beginner|expert|etc|others?|communication|teamwork|leadership|problem[- ]solving|time management|git|github|jira|slack|notion|figma|confluence|영어|일본어|중국어|한국어|상|중|하|능숙|기초|소통|협업|기타|등)$/iu;

/** What a passage of skills lists; below a heading that says so, also names that are in no table. */
export function listedSkills({ text, section, facts }: Passage): readonly string[] {
  const known = facts.mentions
    .filter(({ technology }) => technology.group !== 'teamwork tools')
    .map(({ written }) => written);
  if (section !== 'skills') return known;
  const listed = text
    .replace(/^[^:：]{1,30}[:：]/u, '')
    .split(/[,;/|·•]|\s{2,}/u)
    .map((item) => item.replace(/\([^)]*\)?|\)|\.$/gu, '').trim())
    .filter(
      (item) => /^[A-Z][A-Za-z\d.+#-]{2,20}(?: [A-Za-z\d.+#-]{1,15})?$/u.test(item) && !NO_SKILL.test(item),
    );
  return [
    ...known,
    ...listed.filter((item) => !known.some((name) => item.includes(name) || name.includes(item))),
  ];
}

/** The page about oneself, on platforms that keep one for each user. */
export const home = {
  title: 'Mock interviews',
  introduction:
    'Practise for a job interview in our direct messages: send your CV, choose a position, answer three questions, and see what your answers covered and what a stronger one looks like. It takes about 15 minutes, and you can stop at any moment.',
  more: '`history` in our direct messages lists all of them.',
  weakTopic: (topic: string, mean: string, answers: number) =>
    `**${topic}**: ${mean} / 5 on average (${answers === 1 ? '1 answer' : `${answers} answers`})`,
  settings: 'Language and privacy',
  language: (name: string) => `I speak **${name}** with you.`,
};

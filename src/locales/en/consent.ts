const and = new Intl.ListFormat('en', { type: 'conjunction' });

const terms = (days: number, providers: readonly string[]) =>
  `- I keep its text, not the file, for ${days} days, so that I can ask about it.\n- ${
    providers.length === 0
      ? 'It stays on this server: questions and grades are made here, without any outside service.'
      : `To make questions and to grade, its text and your answers are sent to ${and.format(providers)}. E-mail addresses, phone numbers and postal addresses are removed first.`
  }\n- \`cv delete\` removes it at any time. Questions, answers and scores stay in your history until you say \`delete-me\`.\n- Nobody else in this chat sees it or your scores.`;

/** What happens to a CV and to answers, and who may see them. */
export const consent = {
  ask: (days: number, providers: readonly string[]) =>
    `**Before you send your CV**\n\n${terms(days, providers)}\n\nIs that all right?`,
  /** Asked of somebody who agreed before `added` were among the services. */
  askAgain: (days: number, providers: readonly string[], added: readonly string[]) =>
    `**I have to ask you again about your CV**\n\nWhen you agreed, I did not use ${and.format(added)} yet. So this is how it is now:\n\n${terms(days, providers)}\n\nIs that all right?`,
  /** Said beside it while an interview is open. */
  otherwise:
    'If you say no, your interview goes on all the same, and I grade it here on this server. Those scores are estimates.',
  agree: 'Yes, go on',
  decline: 'No, thanks',
  thanks: 'Thank you. On we go.',
  declined: 'All right, I will not take a CV. If you change your mind, say `start`.',
  withdrawn:
    'All right, I take no further CVs. What you sent before is still stored: `cv delete` removes it.',
  /** The interview goes on without language models. */
  goesOnHere:
    'All right. From here on nothing of yours is sent to any service: I grade here on this server, and mark the scores as estimates.',
  neededToDispute:
    'To grade your answer again, another service has to read it, and you have not agreed to that yet. If you do, press the button once more afterwards.',
};

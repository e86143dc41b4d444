/** What is said about forms, and what stands on them. Labels and titles have at most 45 characters, hints 100 (Discord's limits). */
export const forms = {
  open: 'Open the form',
  openAgain: 'Correct it',
  offer: 'There is a form for that.',
  /** Somebody submitted a form that this version of the bot does not know. */
  unknown: 'I no longer know that form, so nothing was changed. `help` shows what I understand.',

  answer: {
    choice: 'Write in a form',
    offer: 'There is room for a long answer in a form.',
    title: (ordinal: number, of: number) => `Answer to question ${ordinal} of ${of}`,
    followUpTitle: (ordinal: number) => `More on question ${ordinal}`,
    label: 'Your answer, complete',
    submit: 'Answer',
    gone: 'That question is closed already, so its form is, too.',
  },

  cv: {
    title: 'Send your CV',
    label: 'Your CV as a PDF',
    hint: 'A résumé or a letter of application, up to 10 MB and 20 pages.',
    submit: 'Send',
  },
};

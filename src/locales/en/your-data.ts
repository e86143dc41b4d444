const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`);
const cvs = (count: number) => counted(count, 'CV', 'CVs');
const interviews = (count: number) => counted(count, 'interview', 'interviews');

/** What is stored about somebody, how they get it, and how they have it erased. */
export const yourData = {
  stored: (days: number, providers: readonly string[]) =>
    `**What I store**\n- the text of your CVs, not the files, for ${days} days each\n- the questions you were asked, your answers and their grades, until you delete them\n- your name and id on this platform, your language, and what you agreed to\n- if you register: username, name and e-mail address, and your password as a hash that nobody can turn back\n\n**Who sees it**\n- ${
      providers.length === 0
        ? 'Only this server: no outside service is used.'
        : `This server, and ${providers.join(' and ')}: CV text and answers, with e-mail, phone and address removed.`
    }\n- Nobody else in this chat. Whoever runs this bot could look into its database.\n\n**What you can do**\n- \`export\`: get all of it as a file\n- \`cv delete\`: delete your CVs at once\n- \`delete-me\`: have everything erased`,
  export: 'Get my data',
  deleteCvs: 'Delete my CVs',
  eraseMe: 'Erase everything',

  here: (files: number) =>
    `Here is everything that is stored about you${files === 1 ? '' : `, in ${files} files`}. It has your CV and your answers in it: keep it to yourself.`,
  fileAlt: 'Your data as JSON: account, CVs, interviews with answers and grades.',
  nothingStored: 'Nothing is stored about you here.',
  onlyInPrivate: 'That is between the two of us. Please write it to me in a direct message.',

  erase: {
    ask: (who: readonly string[], cvCount: number, interviewCount: number) =>
      `**Erase everything about you?** It cannot be undone.\n\nGone at once will be:\n- your ${cvs(cvCount)} and the questions made from them\n- your ${interviews(interviewCount)}, with all answers and grades; one that is running ends\n- your name, your settings and what you agreed to, for ${who.join(', ')}\n\nInterviews you have used stay used, and extra ones you were given are lost. If you want a copy first, say \`export\`.\n\nThe button works for ten minutes.`,
    confirm: (name: string) => `Erase everything of ${name}`,
    keep: 'Keep everything',
    kept: 'Nothing was erased.',
    tooLate: 'That button was too old, so nothing was erased. Here is a new one:',
    notYours: 'That button was not made for the data that you have here now, so nothing was erased.',
    receipt: (cvCount: number, interviewCount: number, providers: readonly string[]) =>
      `**Everything about you is erased.**\n\nGone: your ${cvs(cvCount)}, your ${interviews(interviewCount)} with all answers and grades, your name, id and settings, and all work that was still going on for you.\n\n**What stays, and why**\n- how many interviews you had used, under a code that does not show who you are (a keyed hash of your id), so that erasing does not give you new ones\n- that somebody was erased, in the same way, so that it is done again if an older backup has to be brought back. Backups are deleted after 30 days\n- how long calls to language models took and how large they were, without any link to you\n- what admins did, without to whom\n- the messages in this chat: delete them there${
        providers.length === 0
          ? ''
          : `\n- what ${providers.join(' and ')} keep of what they were sent, by their own rules`
      }\n\nThis message is not stored either. If you write to me again, we begin as strangers.`,
  },
};

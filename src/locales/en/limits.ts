/** What those are told who send too much, or may send nothing any more. */
export const limits = {
  banned:
    'You can no longer use this bot. If you think that is a mistake, please write to the people who run it. `export` and `delete-me` still work.',
  messages: (most: number, seconds: number) =>
    `That was more than ${most} messages in a minute, so I did not take your last one. Please go on in ${seconds} seconds: what you send before then is not stored either. Everything before it is safe.`,
  uploads: (most: number, seconds: number) =>
    `That was more than ${most} files in a minute, so I did not take your last one. Please send it again in ${seconds} seconds; files sent before then are not stored.`,
  commands: (most: number, seconds: number) =>
    `That was more than ${most} commands and buttons in a minute, so I left the last one out. Please try again in ${seconds} seconds; until then I take none.`,
};

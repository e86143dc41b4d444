const interviews = (count: number) => (count === 1 ? '1 interview' : `${count} interviews`);

/** How many interviews somebody may have. */
export const quota = {
  yours: (left: number) => `You have ${left === 0 ? 'no interviews left' : interviews(left)}.`,
  usedBefore: 'What you used before your data was erased still counts.',
  left: (left: number, of: number) => `${left} of ${interviews(of)} left.`,
  extra: (left: number, until: string | null) =>
    `${left} of them ${left === 1 ? 'is' : 'are'} extra${until === null ? '' : `, to be used before ${until} (UTC)`}.`,
  renews: (limit: number, date: string) => `On ${date} (UTC) you get ${limit} new.`,
  allUsed: (of: number) =>
    of === 0 ? 'You have no interviews at the moment.' : `You have used all ${of} of your interviews.`,
  insteadOfStarting:
    '`history` and `report 1` still show what you did, with the example answers. Whoever runs this bot can give you more.',
};

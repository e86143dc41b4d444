/** What the Slack adapter itself says. */
export const slack = {
  estimate: 'estimate',
  unscored: 'not scored',
  choose: 'Choose one',
  howToUpload: 'Drag the PDF into our direct messages, or press the button.',
  uploadButton: 'Upload a PDF',
  close: 'Cancel',
  formTooLate: 'That took a moment too long, so the form could not be opened. Please do it again.',
  answeredPrivately: 'I have answered you in our direct messages.',
  status: 'is thinking…',
  loading: [
    'Reading what you wrote…',
    'Comparing it with what was expected…',
    'Looking for your strongest points…',
    'Nearly there…',
  ],
  stillWorking: 'Still working on it. The result appears here by itself.',
};

/** What the Slack adapter itself says. */
export const slack = {
  estimate: 'estimate',
  unscored: 'not scored',
  choose: 'Choose one',
  howToUpload: 'Drag the PDF into our direct messages, or press the button.',
  uploadButton: 'Upload a PDF',
  uploadTitle: 'Your CV',
  uploadField: 'PDF file',
  submit: 'Send',
  close: 'Cancel',
  openForm: 'Open the form',
  formIsReady: 'There is a form for that. Press the button to open it.',
  answeredPrivately: 'I have answered you in our direct messages.',
  filesAreInDirectMessages: 'The file is in our direct messages.',
  status: 'is thinking…',
  loading: [
    'Reading what you wrote…',
    'Comparing it with what was expected…',
    'Looking for your strongest points…',
    'Nearly there…',
  ],
  stillWorking: 'Still working on it. The result appears here by itself.',
};

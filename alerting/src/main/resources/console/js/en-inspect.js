/** English, of the pages of remote inspection. The same keys as zh-inspect.js; a test compares them. */
export const en = {
  'challenge.new': 'Start an unannounced call drill', 'challenge.new.what': 'On the real path, marked as a drill everywhere; the mine sees nothing before it but the call', 'challenge.usual': 'Call challenge from afar',
  'challenge.tag': 'challenge', 'challenge.measured': 'Measured', 'challenge.none': 'nobody called yet', 'challenge.notyet': 'not yet', 'challenge.answered': 'answered in', 'challenge.responded': 'responded in',
  'challenge.ordered': 'ordered in', 'challenge.escalated': 'escalated {0} time(s)', 'challenge.IN_TIME': 'in time', 'challenge.LATE': 'late', 'challenge.NOT_OWED': 'no clock',
};

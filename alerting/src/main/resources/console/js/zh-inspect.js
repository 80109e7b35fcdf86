/** 中文，远程监察的页面。 The same keys as en-inspect.js; a test compares them. */
export const zh = {
  'challenge.new': '发起一次不打招呼的叫应抽查', 'challenge.new.what': '走真实叫应通路，处处标明“演习”；矿方事先看不到，只接到叫应', 'challenge.usual': '远程叫应抽查',
  'challenge.tag': '监管抽查', 'challenge.measured': '实测', 'challenge.none': '尚未叫应', 'challenge.notyet': '尚无', 'challenge.answered': '回应', 'challenge.responded': '响应',
  'challenge.ordered': '下令撤人', 'challenge.escalated': '逐级叫应 {0} 次', 'challenge.IN_TIME': '按时', 'challenge.LATE': '逾期', 'challenge.NOT_OWED': '无时限',
};

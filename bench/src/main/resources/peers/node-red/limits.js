// The limits of the workload as a function node: one pass over a message, state by point in the node's memory.
const rules = global.get('rules');
const state = context.get('state') || {};
if (!context.get('state')) context.set('state', state);
const mine = msg.topic.split('/')[2];
const out = [];
function tell(record, slot, kind) {
  out.push(JSON.stringify({ mine, point: record.n, rule: slot.rule.id, kind,
    level: slot.level, fact: slot.fact++, onset: slot.onset, measured }));
}
let measured = 0;
for (const record of msg.payload) {
  if (record.bt !== undefined) measured = record.bt * 1000;
  const key = mine + '/' + record.n;
  let point = state[key];
  if (point === undefined) {
    const prefix = record.n.substring(0, record.n.indexOf('-'));
    point = { last: -1, slots: (rules[prefix] || []).map(rule =>
      ({ rule, level: 0, fact: 0, onset: 0, safeSince: -1, blind: false })) };
    state[key] = point;
  }
  if (measured <= point.last) continue;
  point.last = measured;
  const value = record.vb !== undefined ? (record.vb ? 1 : 0) : record.v;
  const quality = record.q === undefined || record.q[0] === 'O' ? 0 : record.q[0] === 'C' ? 2 : 1;
  for (const slot of point.slots) {
    const rule = slot.rule;
    if (quality !== 0) {
      slot.safeSince = -1;
      if (quality === 1 && slot.level > 0 && !slot.blind) {
        slot.blind = true;
        tell(record, slot, 'BLIND');
      }
      continue;
    }
    const up = rule.sign * value;
    if (slot.level === 0) {
      if (up < rule.first) continue;
      slot.onset = measured;
      slot.fact = 0;
    } else if (up < rule.restore) {
      if (slot.safeSince < 0) slot.safeSince = measured;
      if (measured - slot.safeSince >= rule.hold) {
        tell(record, slot, 'CLEARED');
        slot.level = 0;
        slot.blind = false;
        slot.safeSince = -1;
        continue;
      }
    } else {
      slot.safeSince = -1;
    }
    if (slot.blind) {
      slot.blind = false;
      tell(record, slot, 'SEEN');
    }
    if (slot.level === 0) {
      slot.level = 1;
      tell(record, slot, 'OPENED');
    }
    if (slot.level === 1 && up >= rule.second) {
      slot.level = 2;
      tell(record, slot, 'RAISED');
    }
  }
}
if (out.length === 0) return null;
msg.payload = out.join('\n');
return msg;

// The workload in JavaScript:   node score.js plain|json-logic criteria.json records.ndjson
// `json-logic` states every rule as an expression of json-logic, compiled by json-logic-engine; only the days that something is late
// are worked out by the host, since that language knows no dates.  Doubles, so what is rounded half up is first lifted a little.
'use strict';
const fs = require('fs');

const day = (text) => Date.parse(text) / 86400000;
const [engine, criteriaPath, recordsPath] = process.argv.slice(2);
const criteria = JSON.parse(fs.readFileSync(criteriaPath, 'utf8'));
const due = criteria.due && day(criteria.due);
const first = day('2022-01-01'); // a Saturday
const working = []; // days of work up to and including this one
{
    const free = new Set((criteria.holidays || []).map(day));
    for (let d = first, n = 0; d <= day('2025-12-31'); d++) {
        if ((d - first + 5) % 7 < 5 && !free.has(d)) n++;
        working.push(n);
    }
}
function late(by, done) {
    const d = day(done);
    return d > by ? working[d - first] - working[by - first] : 0;
}
const halfUp = (x) => Math.floor(x * 10000 + 0.5 + 1e-7) / 10000;

// ---- plain JavaScript: a closure for each indicator ----

function level(x, t) {
    if (x <= t[0]) return 1;
    if (x >= t[4]) return 5;
    let i = 1;
    while (x >= t[i]) i++;
    return halfUp(i + (x - t[i - 1]) / (t[i] - t[i - 1]));
}
function plainPart({ is, of, levels }) {
    if (!of) return (r) => level(r[is], levels);
    return (r) => r[of] === null ? null : level((r[is] / r[of]) * 100, levels);
}
function plainSteps(steps) {
    const names = steps.map((s) => s.done), by = steps.map((s) => s.by && day(s.by));
    return (r) => {
        let done = 0, days = 0;
        for (; done < 5 && r[names[done]] !== null; done++) if (by[done]) days += late(by[done], r[names[done]]);
        return halfUp(Math.max(1, done - 0.1 * days));
    };
}
function plain() {
    const points = criteria.indicators.map((i) => i.points);
    const score = criteria.indicators.map((i) => {
        if (i.steps) return plainSteps(i.steps);
        const [a, b] = i.parts.map(plainPart);
        return b ? (r) => halfUp((a(r) + b(r)) / 2) : a;
    });
    return (r) => {
        let sum = 0, of = 0;
        const scores = score.map((f) => f(r));
        scores.forEach((s, i) => { if (s !== null) { sum += s * points[i]; of += points[i]; } });
        let total = halfUp(sum / of);
        if (due) total = Math.max(0, total - 0.01 * Math.max(0, day(r.submitted) - due));
        return [scores, total];
    };
}

// ---- json-logic ----

const path = (name) => ({ var: name });
const v = (name) => path(name.replaceAll('.', '\\.'));
const rounded = (x) => ({ '/': [{ floor: { '+': [{ '*': [x, 10000] }, 0.5000001] } }, 10000] });
function levelRule(x, t) {
    const between = (i) => ({ '+': [i, { '/': [{ '-': [x, t[i - 1]] }, t[i] - t[i - 1]] }] });
    return { if: [{ '<=': [x, t[0]] }, 1, { '>=': [x, t[4]] }, 5, rounded({ if: [{ '<': [x, t[1]] }, between(1), { '<': [x, t[2]] },
        between(2), { '<': [x, t[3]] }, between(3), between(4)] })] };
}
function partRule({ is, of, levels }) {
    if (!of) return levelRule(v(is), levels);
    return { if: [{ '==': [v(of), null] }, null, levelRule({ '*': [{ '/': [v(is), v(of)] }, 100] }, levels)] };
}
function stepsRule(steps) { // `late.NAME` is what the host worked out
    const upTo = (n) => ({ '-': [n, { '*': [0.1, { '+': [0, ...steps.slice(0, n).filter((s) => s.by).map((s) => path('late.' + s.done))] }] }] });
    const cases = steps.flatMap((s, n) => [{ '==': [v(s.done), null] }, upTo(n)]);
    return rounded({ max: [1, { if: [...cases, upTo(steps.length)] }] });
}
function jsonLogic() {
    const { LogicEngine } = require('json-logic-engine');
    const logic = new LogicEngine();
    logic.addMethod('floor', ([x]) => Math.floor(x), { sync: true, deterministic: true });
    const dated = criteria.indicators.flatMap((i) => i.steps || []).filter((s) => s.by).map((s) => [s.done, day(s.by)]);
    const score = criteria.indicators.map((i) => logic.build(i.steps ? stepsRule(i.steps)
        : i.parts.length === 1 ? partRule(i.parts[0]) : rounded({ '/': [{ '+': i.parts.map(partRule) }, i.parts.length] })));
    const applies = (i) => ({ '!=': [path('scores.' + i), null] });
    const sums = []; // a chain of fifties: no expression nests or grows without end
    for (let from = 0; from < score.length; from += 50) {
        const of = criteria.indicators.slice(from, from + 50);
        const sum = (term) => logic.build({ '+': of.map((x, i) => ({ if: [applies(from + i), term(x, from + i), 0] })) });
        sums.push([sum((x, i) => ({ '*': [path('scores.' + i), x.points] })), sum((x) => x.points)]);
    }
    const total = logic.build({ max: [0, { '-': [rounded({ '/': [v('sum'), v('of')] }), { '*': [0.01, v('days')] }] }] });
    return (r) => {
        r.late = {};
        for (const [name, by] of dated) r.late[name] = r[name] === null ? 0 : late(by, r[name]);
        r.days = due ? Math.max(0, day(r.submitted) - due) : 0;
        r.scores = score.map((f) => f(r));
        r.sum = r.of = 0;
        for (const [sum, of] of sums) { r.sum += sum(r); r.of += of(r); }
        return [r.scores, total(r)];
    };
}

// ---- lines in, lines out ----

function* lines(path) {
    const file = fs.openSync(path, 'r'), block = Buffer.allocUnsafe(1 << 18);
    let rest = '';
    for (let n; (n = fs.readSync(file, block, 0, block.length, null)) > 0;) {
        const got = (rest + block.toString('latin1', 0, n)).split('\n'); // all of it is ASCII
        rest = got.pop();
        yield* got;
    }
}
const evaluate = engine === 'plain' ? plain() : jsonLogic();
let page = '';
for (const text of lines(recordsPath)) {
    const r = JSON.parse(text), [scores, total] = evaluate(r);
    page += r.id + ',' + scores.map((s) => s === null ? '' : s.toFixed(4)).join(',') + ',' + total.toFixed(4) + '\n';
    if (page.length > 1 << 16) { fs.writeSync(1, page); page = ''; }
}
fs.writeSync(1, page);

-- The workload in Lua:   luajit score.lua criteria.json records.ndjson
-- Criteria become closures, one for each part.  Doubles, so what is rounded half up is first lifted by 10^-7 of a last place.
local cjson = require 'cjson'
local floor, format, null = math.floor, string.format, cjson.null

local function day(text)
    local year, month, day = tonumber(text:sub(1, 4)), tonumber(text:sub(6, 7)), tonumber(text:sub(9, 10))
    if month <= 2 then year, month = year - 1, month + 12 end
    return 365 * year + floor(year / 4) - floor(year / 100) + floor(year / 400) + floor((153 * month - 457) / 5) + day
end

local working = {} -- days of work up to and including this one, from 2022-01-01, a Saturday
local function calendar(holidays)
    local free, n, first = {}, 0, day('2022-01-01')
    for _, holiday in ipairs(holidays) do free[day(holiday)] = true end
    for d = first, day('2025-12-31') do
        if (d - first + 5) % 7 < 5 and not free[d] then n = n + 1 end
        working[d] = n
    end
end

local function half_up(x) return floor(x * 10000 + 0.5 + 1e-7) / 10000 end

local function level(x, t)
    if x <= t[1] then return 1 end
    if x >= t[5] then return 5 end
    local i = 1
    while x >= t[i + 1] do i = i + 1 end
    return half_up(i + (x - t[i]) / (t[i + 1] - t[i]))
end

local function part(p)
    local is, of, t = p.is, p.of, p.levels
    if not of then return function(r) return level(r[is], t) end end
    return function(r)
        local whole = r[of]
        if whole ~= null then return level(r[is] / whole * 100, t) end
    end
end

local function mean(a, b)
    return function(r) return half_up((a(r) + b(r)) / 2) end
end

local function steps(of)
    local names, by = {}, {}
    for i, s in ipairs(of) do names[i], by[i] = s.done, s.by and day(s.by) end
    return function(r)
        local level, late = 0, 0
        for i = 1, 5 do
            local done = r[names[i]]
            if done == null then break end
            level = i
            if by[i] then
                local d = day(done)
                if d > by[i] then late = late + working[d] - working[by[i]] end
            end
        end
        return half_up(math.max(1, level - 0.1 * late))
    end
end

local function read(path)
    local file = assert(io.open(path))
    local text = file:read('*a')
    file:close()
    return cjson.decode(text)
end

local criteria = read(arg[1])
local due = criteria.due and day(criteria.due)
calendar(criteria.holidays or {})
local score, points = {}, {}
for i, indicator in ipairs(criteria.indicators) do
    local p = indicator.parts
    score[i] = p and (p[2] and mean(part(p[1]), part(p[2])) or part(p[1])) or steps(indicator.steps)
    points[i] = indicator.points
end

local count, line, page = #score, {}, {}
for text in io.lines(arg[2]) do
    local r = cjson.decode(text)
    local sum, of = 0, 0
    for i = 1, count do
        local s = score[i](r)
        if s then sum, of = sum + s * points[i], of + points[i] end
        line[i + 1] = s and format('%.4f', s) or ''
    end
    local total, late = half_up(sum / of), due and day(r.submitted) - due or 0
    if late > 0 then total = math.max(0, total - 0.01 * late) end
    line[1], line[count + 2] = r.id, format('%.4f', total)
    page[#page + 1] = table.concat(line, ',')
    if #page == 512 then
        page[513] = ''
        io.write(table.concat(page, '\n'))
        page = {}
    end
end
page[#page + 1] = ''
io.write(table.concat(page, '\n'))

-- Asks for the addresses in a file by turns, each with its ETag where one stands behind it, and tells
-- what that took in one line of JSON.
local asked, turn = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local path, etag = line:match("^(%S+)%s*(.*)$")
    local headers = {["Accept-Encoding"] = "gzip"}  -- as browsers do
    if etag ~= "" then headers["If-None-Match"] = etag end
    asked[#asked + 1] = wrk.format("GET", path, headers)
  end
end

function request()
  turn = turn % #asked + 1
  return asked[turn]
end

function done(summary, latency)
  local failed = summary.errors
  io.write(string.format(
    '\nRESULT {"requests": %d, "seconds": %f, "bytes": %d, "failed": %d, "p50": %f, "p99": %f}\n',
    summary.requests, summary.duration / 1e6, summary.bytes,
    failed.connect + failed.read + failed.write + failed.status + failed.timeout,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end

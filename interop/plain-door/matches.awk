# Whether the lines of the first file stand in the second, in their order; other lines may stand
# between. "…" stands for any text. Prints the first line that is missing and exits with 1.

function matches(line, pattern,    parts, n, i, at) {
  n = split(pattern, parts, "…")
  if (n == 1) return line == pattern
  if (substr(line, 1, length(parts[1])) != parts[1]) return 0
  line = substr(line, length(parts[1]) + 1)
  for (i = 2; i < n; i++) {
    at = index(line, parts[i])
    if (at == 0) return 0
    line = substr(line, at + length(parts[i]))
  }
  at = length(line) - length(parts[n])
  return at >= 0 && substr(line, at + 1) == parts[n]
}

FILENAME == ARGV[1] {
  expected[++wanted] = $0
  next
}

{
  sub(/\r$/, "")
  if (found < wanted && matches($0, expected[found + 1])) found++
}

END {
  if (found < wanted) {
    print expected[found + 1]
    exit 1
  }
}

# Turns a document's ```sh blocks into a shell script of steps. A step is some commands and the
# lines "# → …" under them, which say what they print; a block without such lines is one step.
# Words after sh in the fence name commands a block needs. ```php NAME saves a file in DIR.

function quoted(text) {
  gsub(/'/, "'\\''", text)
  return "'" text "'"
}

function end_step() {
  if (commands != "") {
    count++
    print "cat >\"$WORK/expected\" <<'END_OF_STEP_" count "'"
    printf "%s", expected
    print "END_OF_STEP_" count
    print "begin " quoted(heading ", step " ++steps)
    if (needs != "") print "if available" needs "; then"
    print "{\n" commands "} >\"$WORK/output\" 2>&1"
    print "check"
    if (needs != "") print "fi"
  }
  commands = expected = ""
}

/^## / && fence == "" {
  heading = substr($0, 4)
  steps = 0
  next
}

/^```/ {
  if (fence == "") {
    fence = substr($1, 4)
    if (fence == "") fence = "text"
    needs = ""
    for (i = 2; i <= NF; i++) needs = needs " " $i
    if (fence == "php") print "cat >\"$DIR/" $2 "\" <<'END_OF_FILE'"
  } else {
    if (fence == "sh") end_step()
    if (fence == "php") print "END_OF_FILE"
    fence = ""
  }
  next
}

fence == "php" {
  print
}

fence == "sh" && /^# → / {
  sub(/^# → /, "")
  expected = expected $0 "\n"
  next
}

fence == "sh" {
  if (expected != "") end_step()
  if ($0 == "" && commands == "") next
  commands = commands $0 "\n"
}

END {
  if (fence != "") {
    print "fail 'a code block has no end'"
  }
}

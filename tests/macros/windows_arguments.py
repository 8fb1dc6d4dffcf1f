"""What Windows makes of a command line, written from Microsoft's published rules, for names hard to quote."""

import re


def expanded(line, environment):
    """The line as WScript.Shell.Run passes it on: every %NAME% of a known name replaced, from the left."""
    result, at = "", 0
    while at < len(line):
        end = line.find("%", at + 1)
        if line[at] == "%" and end > 0 and line[at + 1 : end].upper() in environment:
            result += environment[line[at + 1 : end].upper()]
            at = end + 1
        else:
            result += line[at]
            at += 1
    return result


def arguments(line):
    """The arguments a C program sees: quotes group, 2n backslashes before a quote are n, one more escapes it,
    two quotes inside quotes are one."""
    found, current, quoted, started, at = [], "", False, False, 0
    while at < len(line):
        slashes = len(re.match(r"\\*", line[at:]).group())
        following = line[at + slashes : at + slashes + 1]
        if slashes and following == '"':
            current += "\\" * (slashes // 2)
            at += slashes
            if slashes % 2:
                current += '"'
                at += 1
            started = True
        elif slashes:
            current, started, at = current + "\\" * slashes, True, at + slashes
        elif quoted and line[at : at + 2] == '""':
            current, at = current + '"', at + 2
        elif following == '"':
            quoted, started, at = not quoted, True, at + 1
        elif following in " \t" and not quoted:
            found += [current] if started else []
            current, started, at = "", False, at + 1
        else:
            current, started, at = current + following, True, at + 1
    return [*found, current] if started else found

"""Hostile YAML for a provider's file, and all that is said about it; nothing where it is only text."""

HEAD = "format: ap-audit/provider@1\nname: Acme\n"
HOSTILE: dict[str, tuple[str | bytes, list[str]]] = {
    "merge-key-bomb": (
        "a: &a [x]\nb: {<<: [*a,*a]}\n",
        [
            "0:0 'format' is missing (add a line 'format: ' with its value)",
            "0:0 'name' is missing (add a line 'name: ' with its value)",
            "1:1 'a' is not known here (use one of: format, name, urn, sites, contacts, note, kept)",
            "1:4 '&a' is a YAML anchor, and these are not used (write the text out; if it is text, put it in quotes)",
            "2:1 'b' is not known here (use one of: format, name, urn, sites, contacts, note, kept)",
            "2:10 '*a' is a YAML alias, and these are not used (write the text out; if it is text, put it in quotes)",
            "2:13 '*a' is a YAML alias, and these are not used (write the text out; if it is text, put it in quotes)",
        ],
    ),
    "alias-bomb": (
        "a: &a [lol,lol]\nb: &b [*a,*a]\nc: [*b,*b]\n",
        [
            "0:0 'format' is missing (add a line 'format: ' with its value)",
            "0:0 'name' is missing (add a line 'name: ' with its value)",
            "1:1 'a' is not known here (use one of: format, name, urn, sites, contacts, note, kept)",
            "1:4 '&a' is a YAML anchor, and these are not used (write the text out; if it is text, put it in quotes)",
            "2:1 'b' is not known here (use one of: format, name, urn, sites, contacts, note, kept)",
            "2:4 '&b' is a YAML anchor, and these are not used (write the text out; if it is text, put it in quotes)",
            "2:8 '*a' is a YAML alias, and these are not used (write the text out; if it is text, put it in quotes)",
            "2:11 '*a' is a YAML alias, and these are not used (write the text out; if it is text, put it in quotes)",
            "3:1 'c' is not known here (use one of: format, name, urn, sites, contacts, note, kept)",
            "3:5 '*b' is a YAML alias, and these are not used (write the text out; if it is text, put it in quotes)",
            "3:8 '*b' is a YAML alias, and these are not used (write the text out; if it is text, put it in quotes)",
        ],
    ),
    "a-list-in-itself": (
        "a: &a [*a]\n",
        [
            "0:0 'format' is missing (add a line 'format: ' with its value)",
            "0:0 'name' is missing (add a line 'name: ' with its value)",
            "1:1 'a' is not known here (use one of: format, name, urn, sites, contacts, note, kept)",
            "1:4 '&a' is a YAML anchor, and these are not used (write the text out; if it is text, put it in quotes)",
            "1:8 '*a' is a YAML alias, and these are not used (write the text out; if it is text, put it in quotes)",
        ],
    ),
    "brackets-without-end": (
        "[" * 30_000,
        [
            "1:1001 the text between { } or [ ] cannot be read from here on (close every bracket; put text that has : , { or [ in it in quotes)",
        ],
    ),
    "keys-nested-too-deep": (
        "\n".join(" " * depth + "a:" for depth in range(200)),
        [
            "25:25 is nested more than 24 deep (none of our files is; restore it)",
        ],
    ),
    "duplicate-key": (
        HEAD + "name: B\n",
        [
            "3:1 'name' stands here a second time; it is on line 2 (keep one of the two)",
        ],
    ),
    "not-dates-and-numbers": (
        HEAD + "note: 2026-13-45\nurn: 0x_\n",
        [
            "4:6 '0x_' does not fit here (expected: six digits)",
        ],
    ),
    "equals-sign": (
        HEAD + "=: =\n",
        [
            "3:1 '=' is not known here (use one of: format, name, urn, sites, contacts, note, kept)",
        ],
    ),
    "tag": (
        HEAD + "note: !!int abc\n",
        [
            "3:7 '!!int' is a YAML tag, and these are not used (write the text out; if it is text, put it in quotes)",
        ],
    ),
    "tag-that-crashes-loaders": (
        HEAD + "note: !!timestamp abc\n",
        [
            "3:7 '!!timestamp' is a YAML tag, and these are not used (write the text out; if it is text, put it in quotes)",
        ],
    ),
    "tag-that-runs-code": (
        HEAD + "note: !!python/object/apply:os.system [ls]\n",
        [
            "3:7 '!!python/object/apply:os.system' is a YAML tag, and these are not used (write the text out; if it is text, put it in quotes)",
            "3:7 one piece of text is needed here, not a list or keys (put text that starts with [ or { in quotes)",
        ],
    ),
    "escape-beyond-unicode": (
        HEAD + 'note: "\\UFFFFFFFF"\n',
        [
            "3:10 a backslash in double quotes starts an escape, and this is not one (use single quotes, or write / instead)",
        ],
    ),
    "escape-of-half-a-character": (
        HEAD + 'note: "\\ud800"\n',
        [
            "3:10 a backslash in double quotes starts an escape, and this is not one (use single quotes, or write / instead)",
        ],
    ),
    "escape-of-nothing": (
        HEAD + 'note: "\\0"\n',
        [
            "3:7 an escape stands for a hidden character (U+0000) (take it out)",
        ],
    ),
    "escape-of-a-control": (
        HEAD + 'note: "\\e[31m"\n',
        [
            "3:7 an escape stands for a hidden character (U+001B) (take it out)",
        ],
    ),
    "direction-mark": (
        HEAD + "note: a\u202eb\n",
        [
            "3:8 a hidden character (U+202E) that is not allowed here (delete it and type the text again; it often comes with pasted text)",
        ],
    ),
    "line-separator": (
        HEAD + "note: a\u2028urn: b\n",
        [
            "3:8 a hidden character (U+2028) that is not allowed here (delete it and type the text again; it often comes with pasted text)",
        ],
    ),
    "carriage-return-alone": (
        HEAD + "note: a\rurn: b\n",
        [
            "3:8 a hidden character (U+000D) that is not allowed here (delete it and type the text again; it often comes with pasted text)",
        ],
    ),
    "next-line-character": (
        HEAD + "note: a\u0085urn: b\n",
        [
            "3:8 a hidden character (U+0085) that is not allowed here (delete it and type the text again; it often comes with pasted text)",
        ],
    ),
    "empty": (
        "",
        [
            "0:0 is empty (restore it from git, or delete it)",
        ],
    ),
    "blank-lines": (
        "  \n\n",
        [
            "0:0 is empty (restore it from git, or delete it)",
        ],
    ),
    "only-a-remark": (
        "# x\n",
        [
            "0:0 is empty (restore it from git, or delete it)",
        ],
    ),
    "null": (
        "null\n",
        [
            "1:1 is not an ap-audit file: it should start with 'format: ap-audit/provider@1'",
        ],
    ),
    "list": (
        "- a\n- b\n",
        [
            "1:1 is not an ap-audit file: it should start with 'format: ap-audit/provider@1'",
        ],
    ),
    "one-word": (
        "hello\n",
        [
            "1:1 is not an ap-audit file: it should start with 'format: ap-audit/provider@1'",
        ],
    ),
    "dashes": (
        "- - -\n",
        [
            "1:1 is not an ap-audit file: it should start with 'format: ap-audit/provider@1'",
        ],
    ),
    "two-documents": (
        HEAD + "---\n" + HEAD,
        [
            "3:1 a second document starts here (keep one document to a file)",
        ],
    ),
    "unfinished-merge": (
        "<<<<<<< a\n" + HEAD + "=======\n" + HEAD + ">>>>>>> b\n",
        [
            "1:1 an unfinished merge, lines 1 to 7 (keep one of the two versions and delete the lines of <, = and > signs)",
        ],
    ),
    "unfinished-merge-in-a-folded-note": (
        HEAD + "note: >-\n  text\n  <<<<<<< ours\n  one\n  =======\n  two\n  >>>>>>> theirs\n",
        [
            "5:3 an unfinished merge, lines 5 to 9 (keep one of the two versions and delete the lines of <, = and > signs)",
        ],
    ),
    "unfinished-merge-in-quotes": (
        HEAD + 'note: "text\n<<<<<<< ours\none\n=======\ntwo\n>>>>>>> theirs\n"\n',
        [
            "4:1 an unfinished merge, lines 4 to 8 (keep one of the two versions and delete the lines of <, = and > signs)",
        ],
    ),
    "tabs": (
        "format: ap-audit/provider@1\nname:\tAcme\nsites:\n\tmain:\n\t\taddress: x\n",
        [
            "4:1 a tab is used where spaces are needed (indent with spaces)",
        ],
    ),
    "keys-that-are-lists": (
        HEAD + "? [a, b]\n: c\n? {x: y}\n: z\n",
        [
            "3:3 what stands before a colon must be plain text (write one word, then the colon)",
            "5:3 what stands before a colon must be plain text (write one word, then the colon)",
        ],
    ),
    "no-key": (
        HEAD + ": x\n~: y\n",
        [
            "3:1 there is nothing before the colon (write the key in front of it, or delete the line)",
        ],
    ),
    "number-as-key": (
        HEAD + "1: x\n",
        [
            "3:1 '1' is not known here (use one of: format, name, urn, sites, contacts, note, kept)",
        ],
    ),
    "utf-16-little": (
        ("\ufeff" + HEAD).encode("utf-16-le"),
        [
            "0:0 is not saved as UTF-8 (it looks like UTF-16) (in Notepad: Save as, Encoding: UTF-8)",
        ],
    ),
    "utf-16-big": (
        ("\ufeff" + HEAD).encode("utf-16-be"),
        [
            "0:0 is not saved as UTF-8 (it looks like UTF-16) (in Notepad: Save as, Encoding: UTF-8)",
        ],
    ),
    "utf-16-without-mark": (
        HEAD.encode("utf-16-le"),
        [
            "0:0 is not saved as UTF-8 (it looks like UTF-16) (in Notepad: Save as, Encoding: UTF-8)",
        ],
    ),
    "latin-1": (
        (HEAD + "note: caf\u00e9\n").encode("latin-1"),
        [
            "3:10 is not saved as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
        ],
    ),
    "utf-32": (
        HEAD.encode("utf-32"),
        [
            "0:0 is not saved as UTF-8 (it looks like UTF-16) (in Notepad: Save as, Encoding: UTF-8)",
        ],
    ),
    "endless-text": (
        HEAD + "note: " + "x" * 200_000 + "\n",
        [
            "3:7 is longer than 100,000 characters (shorten it)",
        ],
    ),
    "endless-keys": (
        HEAD + "".join(f"k{number}: 1\n" for number in range(60_000)),
        [
            "25000:9 holds more than 50,000 entries (a file this size is not ours)",
        ],
    ),
    "half-a-character": (
        HEAD.encode() + b"note: \xed\xa0\x80\n",
        [
            "3:7 is not saved as UTF-8 (in Notepad: Save as, Encoding: UTF-8)",
        ],
    ),
    "five-thousand-digits": (
        HEAD + "urn: " + "9" * 5_000 + "\n",
        [
            "3:6 '999999999999999999999999999999999999999999999999999999999...' does not fit here (expected: six digits)",
        ],
    ),
    "yaml-directive": (
        "%YAML 1.1\n---\n" + HEAD,
        [
            "1:1 a line that starts with % is an instruction to a parser, and these are not used (delete the line)",
        ],
    ),
    "unknown-directive": (
        "%FOO\n---\n" + HEAD,
        [
            "1:5 a line that starts with % is an instruction to a parser, and these are not used (delete the line)",
        ],
    ),
    "tag-directive": (
        "%TAG ! tag:x,2000:\n---\n" + HEAD,
        [
            "1:1 a line that starts with % is an instruction to a parser, and these are not used (delete the line)",
        ],
    ),
    "quote-not-closed": (
        HEAD + 'note: "abc\n',
        [
            "3:7 a quotation mark is opened here and never closed (close it, or start the text with | and write it on the next line)",
        ],
    ),
    "brace-not-closed": (
        HEAD + "sites: {a: {address: x}\n",
        [
            "4:1 the text between { } or [ ] cannot be read from here on (close every bracket; put text that has : , { or [ in it in quotes)",
        ],
    ),
    "percent-sign": (
        HEAD + "%x: 1\n",
        [
            "3:3 a line that starts with % is an instruction to a parser, and these are not used (delete the line)",
        ],
    ),
    "at-sign": (
        HEAD + "note: @x\n",
        [
            "3:7 text cannot start with this character (put the text in quotes)",
        ],
    ),
    "backtick": (
        HEAD + "note: `x`\n",
        [
            "3:7 text cannot start with this character (put the text in quotes)",
        ],
    ),
    "star": (
        HEAD + "note: *bold* text\n",
        [
            "3:12 text cannot start with * or & (put the text in quotes)",
        ],
    ),
    "ampersand": (
        HEAD + "note: & co\n",
        [
            "3:8 text cannot start with * or & (put the text in quotes)",
        ],
    ),
    "exclamation-mark": (
        HEAD + "note: !important\n",
        [
            "3:7 '!important' is a YAML tag, and these are not used (write the text out; if it is text, put it in quotes)",
            "3:7 this text is empty (write something, or delete the line)",
        ],
    ),
    "second-colon": (
        HEAD + "note: a: b\n",
        [
            '3:8 a second colon stands in this line (put text that has a colon and a space in it in quotes: "like: this")',
        ],
    ),
    "no-space-after-colon": (
        HEAD + "note:abc\n",
        [
            "3:1 this line has no colon, so it is neither a key nor part of the text above (indent it if it goes on from the line above, or put a colon after the key)",
        ],
    ),
    "not-indented": (
        HEAD + "sites:\nmain:\n address: x\n",
        [
            "3:7 keys and values are needed here (indent the lines that belong to it, or delete it)",
            "4:1 'main' is not known here (use one of: format, name, urn, sites, contacts, note, kept)",
        ],
    ),
    "indent-that-is-not-there": (
        HEAD + "note: |9\n x\n",
        [
            "4:2 this line is not lined up with the lines it belongs with (give it the same number of spaces as the keys or dashes above it)",
        ],
    ),
    "text-after-bar": (
        HEAD + "note: |text\n  x\n",
        [
            "3:8 after | or > the text starts on the next line (put the text on the next line, indented)",
        ],
    ),
    "anchor-before-a-key": (
        HEAD + "&a note: x\n",
        [
            "3:1 '&a' is a YAML anchor, and these are not used (write the text out; if it is text, put it in quotes)",
        ],
    ),
    "empty-tag": (
        HEAD + "note: ! x\n",
        [
            "3:7 '!' is a YAML tag, and these are not used (write the text out; if it is text, put it in quotes)",
        ],
    ),
    "nothing-below-a-key": (
        HEAD + "sites:\n",
        [
            "3:7 keys and values are needed here (indent the lines that belong to it, or delete it)",
        ],
    ),
    "text-for-keys": (
        HEAD + "sites: x\n",
        [
            "3:8 keys and values are needed here (write 'key: value' on lines of their own, indented)",
        ],
    ),
    "list-for-keys": (
        HEAD + "sites:\n - address: x\n",
        [
            "4:2 keys and values are needed here (write 'key: value' on lines of their own, indented)",
        ],
    ),
    "end-of-a-merge": (
        HEAD + ">>>>>>> theirs\nnote: x\n",
        [
            "3:1 a line left over from an unfinished merge (delete it, and look whether both versions still stand beside it)",
        ],
    ),
    "byte-order-mark-inside": (
        HEAD + "note: a\ufeffb\n",
        [
            "3:8 a hidden character (U+FEFF) that is not allowed here (delete it and type the text again; it often comes with pasted text)",
        ],
    ),
    "delete-character": (
        HEAD + "note: a\u007fb\n",
        [
            "3:8 a hidden character (U+007F) that is not allowed here (delete it and type the text again; it often comes with pasted text)",
        ],
    ),
    "version-like-number": (
        HEAD + "urn: 1.10\nnote: no\n",
        [
            "3:6 '1.10' does not fit here (expected: six digits)",
        ],
    ),
    "email-quoted-in-a-note": (
        HEAD + "note: |\n  they wrote:\n  >>>>>>> seven deep\n  =======\n",
        [],
    ),
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Texts that the gate must refuse, each with what it must say and where. Those that are generated
 * or contain a NUL byte are in test-json.c. */

typedef struct
{
  const char *name;
  const char *text;
  const char *message;
} RefusedCase;

static const RefusedCase refused[] = {
  /* the file as a whole */
  { "nothing", "", "1:1: The file is empty." },
  { "white-space-only", " \n\t\r\n ", "1:1: The file is empty." },
  { "byte-order-mark-only", "\xef\xbb\xbf", "1:1: The file is empty." },
  { "two-byte-order-marks", "\xef\xbb\xbf\xef\xbb\xbf{}",
    "1:1: A document must be an object, in braces." },
  { "root-is-a-list", "[]", "1:1: A document must be an object, in braces." },
  { "root-is-a-string", "\n \"a\"", "2:2: A document must be an object, in braces." },
  { "root-is-a-number", "12", "1:1: A document must be an object, in braces." },
  { "root-is-a-word", "null", "1:1: A document must be an object, in braces." },
  { "second-root", "{} {}", "1:4: There is something after the end of the document." },
  { "closing-brace-too-many", "{}}", "1:3: There is something after the end of the document." },
  { "comma-after-the-end", "{\n},", "2:2: There is something after the end of the document." },
  { "byte-order-mark-after-the-end", "{}\xef\xbb\xbf",
    "1:3: There is something after the end of the document." },

  /* bytes that are not text */
  { "latin-1", "{\"\xc3\xa9\": \"\xe9\"}", "1:8: The file is not valid UTF-8 text." },
  { "overlong-slash", "{\"a\": \"\xc0\xaf\"}", "1:8: The file is not valid UTF-8 text." },
  { "surrogate-in-utf-8", "{\"a\": \"\xed\xa0\x80\"}", "1:8: The file is not valid UTF-8 text." },
  { "beyond-unicode", "{\"a\": \"\xf4\x90\x80\x80\"}", "1:8: The file is not valid UTF-8 text." },
  { "character-cut-off", "{\"a\": \"\xe2\x82", "1:8: The file is not valid UTF-8 text." },
  { "utf-16", "\xff\xfe{", "1:1: The file is not valid UTF-8 text." },

  /* objects */
  { "trailing-comma-in-an-object", "{\"a\": 1,\n}",
    "1:8: A comma must not come before a closing bracket." },
  { "comma-only", "{,}", "1:2: A member name in double quotes is missing here." },
  { "two-commas-in-an-object", "{\"a\": 1,, \"b\": 2}",
    "1:9: A member name in double quotes is missing here." },
  { "name-without-quotes", "{a: 1}", "1:2: A member name in double quotes is missing here." },
  { "number-as-a-name", "{1: 1}", "1:2: A member name in double quotes is missing here." },
  { "name-in-single-quotes", "{'a': 1}",
    "1:2: Text must be in double quotes, not single ones." },
  { "no-colon", "{\"a\" 1}", "1:6: A colon is missing after the member name." },
  { "equals-sign", "{\"a\" = 1}", "1:6: A colon is missing after the member name." },
  { "name-only", "{\"a\"}", "1:5: A colon is missing after the member name." },
  { "no-value", "{\"a\": }", "1:7: A value is missing here." },
  { "two-colons", "{\"a\":: 1}", "1:6: A value is missing here." },
  { "no-comma-in-an-object", "{\"a\": 1 \"b\": 2}",
    "1:9: A comma or a closing brace is missing here." },
  { "bracket-closes-an-object", "{\"a\": 1]", "1:8: A comma or a closing brace is missing here." },
  { "same-member", "{\"a\": 1,\n \"\xc3\xa9\": 2, \"\xc3\xa9\": 3}",
    "2:10: The member “\xc3\xa9” is already in this object." },
  { "same-member-escaped", "{\"a\": 1, \"\\u0061\": 1}",
    "1:10: The member “\\u0061” is already in this object." },
  { "same-member-as-a-surrogate-pair", "{\"\xf0\x9f\x98\x80\": 1, \"\\uD83D\\uDE00\": 1}",
    "1:10: The member “\\uD83D\\uDE00” is already in this object." },
  { "same-empty-member", "{\"\": 1, \"\": 1}", "1:9: The member “” is already in this object." },
  { "same-member-around-an-object", "{\"a\": {\"b\": 1}, \"b\": {\"a\": 1}, \"a\": 1}",
    "1:32: The member “a” is already in this object." },
  { "first-of-two-repeated", "{\"z\":0,\"a\":0,\"z\":0,\"a\":0}",
    "1:14: The member “z” is already in this object." },
  { "same-long-member",
    "{\"0123456789012345678901234567890123456789x\":0,"
    "\"0123456789012345678901234567890123456789x\":0}",
    "1:48: The member “0123456789012345678901234567890123456789…” is already in this object." },

  /* lists */
  { "trailing-comma-in-a-list", "{\"a\": [1, 2, ]}",
    "1:12: A comma must not come before a closing bracket." },
  { "two-commas-in-a-list", "{\"a\": [1,,2]}", "1:10: A value is missing here." },
  { "comma-first", "{\"a\": [,1]}", "1:8: A value is missing here." },
  { "no-comma-in-a-list", "{\"a\": [1 2]}", "1:10: A comma or a closing bracket is missing here." },
  { "brace-closes-a-list", "{\"a\": [1}", "1:9: A comma or a closing bracket is missing here." },
  { "colon-in-a-list", "{\"a\": [\"b\": 1]}",
    "1:11: A comma or a closing bracket is missing here." },

  /* comments and space */
  { "line-comment", "{\n  // note\n}", "2:3: JSON has no comments." },
  { "block-comment", "{\"a\": /* note */ 1}", "1:7: JSON has no comments." },
  { "hash-comment", "# note\n{}", "1:1: JSON has no comments." },
  { "comment-after-the-end", "{}\n// note", "2:1: JSON has no comments." },
  { "no-break-space", "{\"a\":\xc2\xa0" "1}", "1:6: A value is missing here." },
  { "form-feed", "{\f}", "1:2: A member name in double quotes is missing here." },

  /* numbers */
  { "leading-zero", "{\"a\": 012}", "1:7: A number must not start with a zero." },
  { "leading-zero-after-minus", "{\"a\": -01}", "1:8: A number must not start with a zero." },
  { "two-zeros", "{\"a\": 00}", "1:7: A number must not start with a zero." },
  { "plus-sign", "{\"a\": +1}", "1:7: A number must not start with a plus sign." },
  { "no-digit-before-the-point", "{\"a\": .5}",
    "1:7: A digit is missing before the decimal point." },
  { "no-digit-between-minus-and-point", "{\"a\": -.5}",
    "1:8: A digit is missing after the minus sign." },
  { "no-digit-after-the-point", "{\"a\": 1.}", "1:9: A digit is missing after the decimal point." },
  { "exponent-after-the-point", "{\"a\": 1.e5}",
    "1:9: A digit is missing after the decimal point." },
  { "empty-exponent", "{\"a\": 1e}", "1:9: A digit is missing in the exponent." },
  { "signed-empty-exponent", "{\"a\": 1e+}", "1:10: A digit is missing in the exponent." },
  { "minus-only", "{\"a\": -}", "1:8: A digit is missing after the minus sign." },
  { "two-minus-signs", "{\"a\": --1}", "1:8: A digit is missing after the minus sign." },
  { "hexadecimal", "{\"a\": 0x10}", "1:8: A comma or a closing brace is missing here." },
  { "thousands-with-underscore", "{\"a\": 1_000}",
    "1:8: A comma or a closing brace is missing here." },
  { "two-points", "{\"a\": 1.2.3}", "1:10: A comma or a closing brace is missing here." },
  { "minus-infinity", "{\"a\": -Infinity}", "1:8: A digit is missing after the minus sign." },
  { "too-large-by-one", "{\"a\": 9223372036854775808}",
    "1:7: A whole number must fit in 64 bits." },
  { "too-small-by-one", "{\"a\": -9223372036854775809}",
    "1:7: A whole number must fit in 64 bits." },
  { "two-to-the-64", "{\"a\": 18446744073709551616}", "1:7: A whole number must fit in 64 bits." },
#define FRACTION \
  "A number with a fraction or an exponent must be 0 or from 0.00001 up to a quadrillion."
  { "exponent-out-of-range", "{\"a\": 1e20}", "1:7: " FRACTION },
  { "a-quadrillion", "{\"a\": -1e15}", "1:7: " FRACTION },
  { "infinite", "{\"a\": [1, 1e999]}", "1:11: " FRACTION },
  { "tiny", "{\"a\": 0.0000099}", "1:7: " FRACTION },
  { "zero-only-as-a-double", "{\"a\": 1e-400}", "1:7: " FRACTION },

  /* words */
  { "nan", "{\"a\": NaN}", "1:7: “NaN” is not a value; text must be in double quotes." },
  { "infinity", "{\"a\": Infinity}",
    "1:7: “Infinity” is not a value; text must be in double quotes." },
  { "python-word", "{\"a\": True}",
    "1:7: “True” is not a value; text must be in double quotes." },
  { "word-cut-off", "{\"a\": nul}",
    "1:7: “nul” is not a value; text must be in double quotes." },
  { "word-too-long", "{\"a\": nulls}",
    "1:7: “nulls” is not a value; text must be in double quotes." },
  { "bare-word", "{\"a\": [hello_world]}",
    "1:8: “hello_world” is not a value; text must be in double quotes." },

  /* strings */
  { "single-quotes", "{\"a\": 'b'}", "1:7: Text must be in double quotes, not single ones." },
  { "line-break-in-text", "{\"a\": \"b\nc\"}",
    "1:9: The closing quote is missing, or a line break is not written as “\\n”." },
  { "carriage-return-in-text", "{\"a\": \"b\r\nc\"}",
    "1:9: The closing quote is missing, or a line break is not written as “\\n”." },
  { "tab-in-text", "{\"a\": \"\xe2\x82\xac\tc\"}",
    "1:9: A tab in a text must be written as “\\t”." },
  { "control-character-in-text", "{\"a\": \"\x1f\"}",
    "1:8: A control character in a text must be written as “\\u001f”." },
  { "control-character-in-a-name", "{\"\x01\": 1}",
    "1:3: A control character in a text must be written as “\\u0001”." },
  { "unknown-escape", "{\"a\": \"\\x41\"}", "1:8: JSON has no escape “\\x”." },
  { "single-quote-escaped", "{\"a\": \"\\'\"}", "1:8: JSON has no escape “\\'”." },
  { "upper-case-escape", "{\"a\": \"\\U0041\"}", "1:8: JSON has no escape “\\U”." },
  { "foreign-escape", "{\"a\": \"\\\xc3\xa9\"}", "1:8: JSON has no escape “\\\xc3\xa9”." },
  { "backslash-before-a-line-break", "{\"a\": \"\\\n\"}",
    "1:8: A backslash must be written as “\\\\”." },
  { "short-unicode-escape", "{\"a\": \"\\u12\"}",
    "1:8: Four hexadecimal digits must follow “\\u”." },
  { "signed-unicode-escape", "{\"a\": \"\\u+123\"}",
    "1:8: Four hexadecimal digits must follow “\\u”." },
  { "not-hexadecimal", "{\"a\": \"\\u00g0\"}", "1:8: Four hexadecimal digits must follow “\\u”." },
  { "nul-escaped", "{\"a\": \"b\\u0000\"}", "1:9: Text must not contain the character U+0000." },
  { "nul-escaped-in-a-name", "{\"\\u0000\": 1}",
    "1:3: Text must not contain the character U+0000." },
  { "high-surrogate-alone", "{\"a\": \"\\ud83d\"}",
    "1:8: “\\ud83d” is only half of a surrogate pair." },
  { "high-surrogate-before-text", "{\"a\": \"\\ud83dxxxxxx\"}",
    "1:8: “\\ud83d” is only half of a surrogate pair." },
  { "two-high-surrogates", "{\"a\": \"\\ud83d\\uD83D\\uDE00\"}",
    "1:8: “\\ud83d” is only half of a surrogate pair." },
  { "low-surrogate-alone", "{\"a\": \"\\uDE00\"}",
    "1:8: “\\uDE00” is only half of a surrogate pair." },

  /* the end too early */
  { "ends-in-an-object", "{", "1:2: The file ends before the document is complete." },
  { "ends-after-a-name", "{\"a\"\n", "2:1: The file ends before the document is complete." },
  { "ends-after-a-comma", "{\"a\": 1, ", "1:10: The file ends before the document is complete." },
  { "ends-in-a-list", "{\"a\": [1", "1:9: The file ends before the document is complete." },
  { "ends-after-a-fraction", "{\"a\": 1.5",
    "1:10: The file ends before the document is complete." },
  { "ends-in-a-text", "{\"a\": \"b", "1:9: The file ends before the closing quote of a text." },
  { "ends-after-a-backslash", "{\"a\": \"\\",
    "1:9: The file ends before the document is complete." },
};

#undef FRACTION
